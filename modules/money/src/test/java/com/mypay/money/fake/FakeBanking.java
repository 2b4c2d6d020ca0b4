package com.mypay.money.fake;

import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.money.application.port.Banking;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Banking as it behaves: one request id moves money once, whatever happens to the answer. Completes what it is asked,
 * unless told otherwise for the next calls.
 */
public final class FakeBanking implements Banking {

    /** What happens to the next call. */
    public enum Behaviour {
        COMPLETES,
        REFUSES,
        KNOWS_NO_ACCOUNT,
        /** The money is moved, the answer says "unknown". */
        COMPLETES_BUT_DOES_NOT_KNOW,
        /** The money is moved, the answer gets lost. */
        COMPLETES_SILENTLY,
        /** The request gets lost. */
        RECEIVES_NOTHING,
        CANNOT_BE_REACHED
    }

    private final Runnable beforeEachCall;
    private final Deque<Behaviour> behaviours = new ArrayDeque<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Firmbanking> received = new HashMap<>();
    private final Map<MemberId, LinkedAccount> accounts = new HashMap<>();
    private Runnable whileCalled = () -> {};
    private boolean reachable = true;
    private String confusing = "";
    private Won moved = Won.ZERO;

    /** @param beforeEachCall refuses a call that is made at the wrong time */
    public FakeBanking(Runnable beforeEachCall) {
        this.beforeEachCall = beforeEachCall;
    }

    public void next(Behaviour... next) {
        behaviours.addAll(List.of(next));
    }

    public void isReachable(boolean isReachable) {
        reachable = isReachable;
    }

    /** About this request it answers what nobody expects. */
    public void isConfusedBy(String requestId) {
        confusing = requestId;
    }

    /** Something that happens elsewhere while the next call is under way. */
    public void whileCalled(Runnable meanwhile) {
        whileCalled = meanwhile;
    }

    public void links(MemberId member, LinkedAccount account) {
        accounts.put(member, account);
    }

    /** The request ids, in the order of the calls. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** What really came from members' accounts. */
    public synchronized Won moved() {
        return moved;
    }

    @Override
    public Firmbanking topUp(String requestId, MemberId member, Won amount) {
        beforeEachCall.run();
        calls.add(requestId);
        Runnable meanwhile = whileCalled;
        whileCalled = () -> {};
        meanwhile.run();
        return answer(requestId, amount);
    }

    private synchronized Firmbanking answer(String requestId, Won amount) {
        Behaviour behaviour = behaviours.isEmpty() ? Behaviour.COMPLETES : behaviours.poll();
        return switch (behaviour) {
            case COMPLETES -> complete(requestId, amount);
            case REFUSES -> refuse(requestId, "INSUFFICIENT_FUNDS");
            case KNOWS_NO_ACCOUNT -> refuse(requestId, Firmbanking.NO_LINKED_ACCOUNT);
            case COMPLETES_BUT_DOES_NOT_KNOW -> {
                complete(requestId, amount);
                yield Firmbanking.unknown(idOf(requestId));
            }
            case COMPLETES_SILENTLY -> {
                complete(requestId, amount);
                throw new UnknownOutcomeException("banking did not answer", "", null);
            }
            case RECEIVES_NOTHING -> throw new UnknownOutcomeException("banking did not answer", "", null);
            case CANNOT_BE_REACHED -> throw new UnavailableException("banking can't be reached");
        };
    }

    private Firmbanking complete(String requestId, Won amount) {
        Firmbanking before = received.get(requestId);
        if (before != null) {
            return before;
        }
        moved = moved.plus(amount);
        Firmbanking completed = Firmbanking.completed(idOf(requestId));
        received.put(requestId, completed);
        return completed;
    }

    private Firmbanking refuse(String requestId, String reason) {
        Firmbanking refused = Firmbanking.refused(idOf(requestId), reason);
        received.put(requestId, refused);
        return refused;
    }

    private static String idOf(String requestId) {
        return "f" + requestId.substring(requestId.length() - 8);
    }

    @Override
    public synchronized Optional<Firmbanking> find(String requestId) {
        beforeEachCall.run();
        if (!reachable) {
            throw new UnavailableException("banking can't be reached");
        }
        if (requestId.equals(confusing)) {
            throw new RemoteRefusalException(418, "TEAPOT", "");
        }
        return Optional.ofNullable(received.get(requestId));
    }

    @Override
    public Optional<LinkedAccount> linkedAccountOf(MemberId member) {
        beforeEachCall.run();
        if (!reachable) {
            throw new UnavailableException("banking can't be reached");
        }
        return Optional.ofNullable(accounts.get(member));
    }
}
