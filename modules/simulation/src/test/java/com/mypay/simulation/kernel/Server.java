package com.mypay.simulation.kernel;

import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.transaction.Transactions;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One server of a service: dies and comes back, each time with nothing in memory. */
public final class Server {

    private static final int SHORTEST_OUTAGE_MILLIS = 500;
    private static final int LONGEST_OUTAGE_MILLIS = 40_000;
    /** How often somebody else goes on between two steps, where it is possible. */
    private static final int PAUSES = 300;

    private static final int LONGEST_PAUSE_MILLIS = 40;

    private final World world;
    private final Service service;
    private final String name;
    private @Nullable Life life;

    Server(World world, Service service, int number) {
        this.world = world;
        this.service = service;
        name = service.name() + number;
    }

    /** From a start to the next crash. */
    public final class Life {
        private final ServerTransactions transactions = new ServerTransactions(this);
        private final Beans beans;
        private final Set<String> inHand = new HashSet<>();

        private Life() {
            beans = service.beansOf(this);
        }

        public World world() {
            return world;
        }

        public Transactions transactions() {
            return transactions;
        }

        <T extends @Nullable Object> T transactionOfAMessage(Supplier<T> work) {
            return transactions.once(work);
        }

        public Beans beans() {
            return beans;
        }

        /** The ids of the messages that it is processing with a lease. */
        Set<String> inHand() {
            return inHand;
        }

        Service service() {
            return service;
        }

        Database database() {
            return service.database();
        }

        boolean strikes(Fault fault) {
            return world.faults().strikes(fault);
        }

        public boolean isOver() {
            return life != this;
        }

        /** A step is over or begins: others may go on, the server may die. */
        public void reachStep() {
            if (!isOver() && strikes(Fault.SERVER_DIES)) {
                die();
            }
            goOn();
            if (world.scheduler().mayPause() && world.dice().happens(PAUSES)) {
                pause(world.dice().between(0, LONGEST_PAUSE_MILLIS));
            }
        }

        /** Waits; only in what may wait, and not with a transaction open. */
        public void pause(long millis) {
            refuseTransaction("time");
            world.scheduler().pause(millis);
            goOn();
        }

        private void goOn() {
            if (isOver()) {
                throw new Crash(name);
            }
        }

        /** @throws AssertionError nobody waits for another system with a transaction open */
        public void refuseTransaction(String system) {
            if (database().isOpen()) {
                throw new AssertionError(name + " waits for " + system + " while a transaction is open");
            }
        }

        /**
         * Calls another service and waits for its answer, at most so long.
         *
         * @throws UnavailableException it was never sent
         * @throws UnknownOutcomeException no answer has come
         */
        public <T extends @Nullable Object> T call(Service other, long timeoutMillis, Service.ServerCall<T> call) {
            refuseTransaction(other.name());
            reachStep();
            world.step();
            if (strikes(Fault.CALL_REFUSED)) {
                throw new UnavailableException(other.name() + " can't be reached");
            }
            if (strikes(Fault.CALL_LOST)) {
                pause(timeoutMillis);
                throw new UnknownOutcomeException(other.name() + " did not answer", "", null);
            }
            T answer;
            try {
                answer = other.serve(call);
            } finally {
                goOn();
            }
            if (strikes(Fault.ANSWER_LOST)) {
                pause(timeoutMillis);
                throw new UnknownOutcomeException(other.name() + " did not answer", "", null);
            }
            return answer;
        }

        /**
         * Asks a system that isn't simulated and always knows the answer, if it is reached.
         *
         * @throws UnavailableException if it isn't
         */
        public <T> T ask(String system, Supplier<T> question) {
            refuseTransaction(system);
            reachStep();
            world.step();
            if (strikes(Fault.CALL_REFUSED)) {
                throw new UnavailableException(system + " can't be reached");
            }
            return question.get();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Nullable Life life() {
        return life;
    }

    void start() {
        if (life == null) {
            Life started = new Life();
            life = started;
            world.tell("{0} is up", name);
            service.started(started);
        }
    }

    private void die() {
        life = null;
        world.tell("{0} dies", name);
        world.scheduler().after(world.dice().between(SHORTEST_OUTAGE_MILLIS, LONGEST_OUTAGE_MILLIS), this::start);
    }
}
