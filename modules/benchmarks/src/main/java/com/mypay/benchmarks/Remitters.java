package com.mypay.benchmarks;

import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.remit.Payee;
import com.mypay.cli.remit.Remittances;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Members who send money to one another. Payees are confirmed beforehand and not measured: what is measured is the
 * acceptance, as its sender sees it, and the way of each remittance from its acceptance to its end, as its row tells it.
 */
final class Remitters {

    /** What one sender may have confirmed in an hour: a client may have a single sender. */
    static final int MOST = 60;

    private static final int CLIENTS_TO_CONFIRM = 8;
    private static final long AMOUNT_WON = 10;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final List<Sender> senders;
    private final Database database;

    private record Sender(long id, Remittances remittances, Queue<String> tokens) {}

    /**
     * What the clients did and what became of it.
     *
     * @param round the acceptances, and what the processes used until the last remittance had ended
     * @param ends from acceptance to end, each
     */
    record Turn(Round round, Sample ends) {}

    Remitters(Payers members, Database database) {
        this.senders = members.members().stream()
                .map(member -> new Sender(member, members.remittancesOf(member), new ArrayDeque<>()))
                .toList();
        this.database = database;
    }

    /** @param each how many remittances each client sends, as fast as they are accepted */
    Turn turn(int clients, int each, Processes processes) {
        confirm(clients, each);
        String before = database.lastRemittance();
        Sample[] accepted = new Sample[1];
        Round round = Round.measured(processes, database, () -> {
            accepted[0] = Load.forCount(clients, each, client -> sending(ownOf(client, clients)));
            awaitEnds();
            return accepted[0];
        });
        return new Turn(round, database.remittancesAfter(before));
    }

    /** A sender may have no more than so many confirmations an hour: those of the turn before are forgotten. */
    private void confirm(int clients, int each) {
        database.forgetConfirmations();
        for (Sender sender : senders) {
            sender.tokens().clear();
        }
        for (int client = 0; client < clients; client++) {
            List<Sender> own = ownOf(client, clients);
            int ofEach = (each + own.size() - 1) / own.size();
            Load.forCount(Math.min(CLIENTS_TO_CONFIRM, own.size()), 1, lane -> () -> {
                for (int i = lane; i < own.size(); i += Math.min(CLIENTS_TO_CONFIRM, own.size())) {
                    confirm(own.get(i), ofEach);
                }
            });
        }
    }

    private void confirm(Sender sender, int times) {
        int place = senders.indexOf(sender);
        for (int i = 0; i < times; i++) {
            Sender payee = senders.get((place + 1 + i % (senders.size() - 1)) % senders.size());
            Answer confirmed = sender.remittances().confirm(new Payee.Member(payee.id()), newRequestId());
            sender.tokens().add(confirmed.orRefused("confirm/payee").getString("confirmationToken"));
        }
    }

    /** Senders of whom no other client sends anything. */
    private List<Sender> ownOf(int client, int clients) {
        List<Sender> own = new ArrayList<>();
        for (int i = client; i < senders.size(); i += clients) {
            own.add(senders.get(i));
        }
        return own;
    }

    private static Runnable sending(List<Sender> own) {
        return new Runnable() {
            private int next;

            @Override
            public void run() {
                Sender sender = own.get(next++ % own.size());
                sender.remittances()
                        .request(sender.tokens().remove(), AMOUNT_WON, "", newRequestId())
                        .orRefused("request/remittance");
            }
        };
    }

    private void awaitEnds() {
        long begin = System.nanoTime();
        while (database.openRemittances() > 0) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new IllegalStateException(database.openRemittances() + " remittances don't end");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        }
    }

    private static String newRequestId() {
        return UUID.randomUUID().toString();
    }
}
