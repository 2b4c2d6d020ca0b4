package com.mypay.simulation;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.simulation.kernel.Service;
import com.mypay.simulation.kernel.World;
import java.util.HashMap;
import java.util.Map;

/**
 * Members at their telephones: ask, and ask again under the same request id when no answer comes; some are impatient
 * and ask twice at once, some give up.
 */
final class Customers {

    private static final int ASKS_TWICE = 100;
    private static final int GIVES_UP = 100;
    private static final int SECOND_WITHIN_MILLIS = 3_000;
    private static final int PATIENCE_MILLIS = 20_000;

    private final World world;
    private final Map<String, Object> answers = new HashMap<>();
    private int waiting;

    Customers(World world) {
        this.world = world;
    }

    /**
     * @param request what is asked, under one request id
     * @param command what the server does; answers the same each time
     */
    void ask(int afterMillis, Caller caller, String request, Service service, Service.ServerCall<?> command) {
        asks(afterMillis, caller, request, service, command);
        if (world.dice().happens(ASKS_TWICE)) {
            asks(afterMillis + world.dice().between(0, SECOND_WITHIN_MILLIS), caller, request, service, command);
        }
    }

    private void asks(int afterMillis, Caller caller, String request, Service service, Service.ServerCall<?> command) {
        waiting++;
        world.scheduler().spawn(afterMillis, () -> {
            while (!isAnswered(caller, request, service, command)) {
                if (!world.faults().haveStopped() && world.dice().happens(GIVES_UP)) {
                    world.tell("{0} gives up on {1}", caller, request);
                    break;
                }
                world.scheduler().pause(world.dice().between(1, PATIENCE_MILLIS));
            }
            waiting--;
        });
    }

    private boolean isAnswered(Caller caller, String request, Service service, Service.ServerCall<?> command) {
        world.step();
        try {
            Object answer = world.call(caller, request).call(() -> service.serve(command));
            world.tell("{0} hears of {1}: {2}", caller, request, answer);
            Object before = answers.put(request, answer);
            if (before != null && !before.equals(answer)) {
                throw new AssertionError(request + " was answered " + before + ", and then " + answer);
            }
            return true;
        } catch (RejectedException e) {
            world.tell("{0} hears of {1}: {2}", caller, request, e.getMessage());
            return e.problem() != CommonProblem.REQUEST_RUNNING;
        } catch (UnavailableException | UnknownOutcomeException e) {
            world.tell("{0} hears nothing of {1}: {2}", caller, request, e.getMessage());
            return false;
        }
    }

    /** What was answered, by request. */
    Map<String, Object> answers() {
        return Map.copyOf(answers);
    }

    boolean areServed() {
        return waiting == 0;
    }
}
