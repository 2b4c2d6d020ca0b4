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
import java.util.Optional;

/**
 * People at their telephones and desks: ask, and ask again under the same request id when no answer comes; some are
 * impatient and ask twice at once, some give up.
 */
final class Customers {

    private static final int ASKS_TWICE = 150;
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
     * What is asked.
     *
     * @param id unique in the run; of a command its request id
     */
    record Question<A>(Caller caller, String id, Service service, Service.ServerCall<A> call) {}

    /** Somebody begins to do something; within it {@link #ask} may be used. */
    void act(int afterMillis, Runnable script) {
        waiting++;
        world.scheduler().spawn(afterMillis, () -> {
            script.run();
            waiting--;
        });
    }

    /**
     * A command, which is answered the same each time.
     *
     * @return empty if it is refused, or nobody waits for the answer any more
     */
    <A> Optional<A> ask(Question<A> question) {
        if (world.dice().happens(ASKS_TWICE)) {
            act(world.dice().between(0, SECOND_WITHIN_MILLIS), () -> command(question));
        }
        return command(question);
    }

    private <A> Optional<A> command(Question<A> question) {
        Optional<A> answer = look(question);
        answer.ifPresent(now -> requireTheSame(question.id(), now));
        return answer;
    }

    /** A question that changes nothing. */
    <A> Optional<A> look(Question<A> question) {
        while (true) {
            world.step();
            try {
                A answer = world.call(question.caller(), question.id())
                        .call(() -> question.service().serve(question.call()));
                world.tell("{0} hears of {1}: {2}", question.caller(), question.id(), answer);
                return Optional.of(answer);
            } catch (RejectedException e) {
                world.tell("{0} hears of {1}: {2}", question.caller(), question.id(), e.getMessage());
                if (e.problem() != CommonProblem.REQUEST_RUNNING) {
                    return Optional.empty();
                }
            } catch (UnavailableException | UnknownOutcomeException e) {
                world.tell("{0} hears nothing of {1}: {2}", question.caller(), question.id(), e.getMessage());
            }
            if (!world.faults().haveStopped() && world.dice().happens(GIVES_UP)) {
                world.tell("{0} gives up on {1}", question.caller(), question.id());
                return Optional.empty();
            }
            world.scheduler().pause(world.dice().between(1, PATIENCE_MILLIS));
        }
    }

    /** I9. */
    private void requireTheSame(String request, Object answer) {
        Object before = answers.put(request, answer);
        if (before != null && !before.equals(answer)) {
            throw new AssertionError("I9: " + request + " was answered " + before + ", and then " + answer);
        }
    }

    /** What was answered, by request id. */
    Map<String, Object> answers() {
        return Map.copyOf(answers);
    }

    boolean areServed() {
        return waiting == 0;
    }
}
