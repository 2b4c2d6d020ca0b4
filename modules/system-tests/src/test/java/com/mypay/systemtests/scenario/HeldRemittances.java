package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.Remittances;
import com.mypay.systemtests.kit.RunningInstallation;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A remittance at each point of its way, held there at the same time: by a lock on the row that comes next, by a bank
 * that doesn't answer, or by another one that comes first. Whatever is killed then is killed at every point at once.
 */
final class HeldRemittances implements AutoCloseable {

    private static final long FIRST_WON = 30_000;
    private static final long SENT_WON = 7_000;
    private static final long FEE_WON = 500;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** Not the operator's. */
    private static final String MEMBERS_BANK = "003";

    /** Longer than MyPay waits for a bank, and shorter. */
    private static final long SILENCE_MILLIS = 7_000;

    private static final long SLOWNESS_MILLIS = 3_500;

    /** Where a remittance may be when something is killed: the whole list. */
    enum Point {
        /** The sender's request is being accepted, and nothing committed. */
        ACCEPTING(true),
        /** Accepted; an earlier one of the sender comes first. */
        WAITING(true),
        /** Money is about to move it to a member. */
        TRANSFER(false),
        /** Money is about to set it aside. */
        HOLD(true),
        /** The sender's bank is being asked for a top-up. */
        TOP_UP(true),
        /** The operator's bank is being told to pay. */
        FIRMBANKING(true),
        /** The operator's bank has not answered. */
        IN_DOUBT(true),
        /** The bank has paid; money is about to take what was set aside. */
        CAPTURE(true),
        /** The bank has refused; money is about to give back what was set aside. */
        RELEASE(true);

        private final boolean toAccount;

        Point(boolean toAccount) {
            this.toAccount = toAccount;
        }
    }

    /** One of them: who sends, to whom, with which token and key, and its id once that is known. */
    private static final class Held {
        private final Member sender;
        private final Member member;
        private final Banks.Account account;
        private final String key = Client.newKey();
        private final String token;
        private String id = "";

        private Held(Member sender, Member member, Banks.Account account, String token) {
            this.sender = sender;
            this.member = member;
            this.account = account;
            this.token = token;
        }
    }

    private final RunningInstallation mypay;
    private final Remittances remittances;
    private final Map<Point, Held> held = new EnumMap<>(Point.class);
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final ExecutorService clients = Executors.newSingleThreadExecutor();

    /** Everybody has signed up and confirmed the payee; nothing is sent yet. */
    HeldRemittances(RunningInstallation mypay) {
        this.mypay = mypay;
        this.remittances = new Remittances(mypay);
        People people = mypay.people();
        Member ofHold = people.aMember().withMoney(FIRST_WON).signedUp();
        for (Point point : Point.values()) {
            Member sender = switch (point) {
                case HOLD, WAITING -> ofHold;
                case TOP_UP -> people.aMember().withAccountAt(MEMBERS_BANK).signedUp();
                default -> people.aMember().withMoney(FIRST_WON).signedUp();
            };
            Member member = people.aMember().signedUp();
            Banks.Account account = mypay.banks().open("090", "김밖에", 0);
            String token =
                    point.toAccount ? remittances.confirmed(sender, account) : remittances.confirmed(sender, member);
            held.put(point, new Held(sender, member, account, token));
        }
        // So that there is a row to lock
        Held accepting = at(Point.ACCEPTING);
        remittances.awaitEnd(accepting.sender, remittances.send(accepting.sender, accepting.member, SENT_WON));
    }

    /**
     * Those that need time first; a row stays locked for less time than the broker needs for all its attempts.
     *
     * @return the request that is still being accepted; it is repeated until it has an answer
     */
    Future<Answer> reachEveryPoint() {
        reachCaptureAndRelease();
        mypay.banks().behaves(Banks.CORPORATE_BANK, "SILENT", "appliesTo", "EVERYTHING", "delayMillis", SILENCE_MILLIS);
        mypay.banks().behaves(MEMBERS_BANK, "SILENT", "appliesTo", "EVERYTHING", "delayMillis", SILENCE_MILLIS);
        request(Point.IN_DOUBT);
        remittances.awaitStatus(at(Point.IN_DOUBT).sender, at(Point.IN_DOUBT).id, "IN_DOUBT");
        lockMoney(Point.TRANSFER);
        lockMoney(Point.HOLD);
        obstacles.add(Obstacle.atTheSender(mypay, at(Point.ACCEPTING).sender.id()));
        Future<Answer> accepting = clients.submit(() -> untilAccepted(at(Point.ACCEPTING)));
        for (Point point : List.of(Point.TOP_UP, Point.FIRMBANKING, Point.TRANSFER, Point.HOLD)) {
            request(point);
            remittances.awaitStep(at(point).sender, at(point).id, point.name());
        }
        request(Point.WAITING);
        return accepting;
    }

    private void reachCaptureAndRelease() {
        mypay.banks().setStatus(at(Point.RELEASE).account, "CLOSED");
        mypay.banks().behaves(Banks.CORPORATE_BANK, "SLOW", "delayMillis", SLOWNESS_MILLIS, "nextCalls", 2);
        for (Point point : List.of(Point.CAPTURE, Point.RELEASE)) {
            request(point);
            remittances.awaitStatus(at(point).sender, at(point).id, "SENT");
            lockMoney(point);
        }
        for (Point point : List.of(Point.CAPTURE, Point.RELEASE)) {
            remittances.awaitStep(at(point).sender, at(point).id, point.name());
        }
    }

    /** They really are where they are to be, at the moment before the kill. */
    void assertEveryPointReached() {
        for (Point point : Point.values()) {
            if (point == Point.ACCEPTING) {
                continue;
            }
            Answer found = remittances.find(at(point).sender, at(point).id);
            String where = switch (point) {
                case WAITING, IN_DOUBT -> found.string("status");
                default -> found.string("step");
            };
            assertThat(where).as(found.text()).isEqualTo(point == Point.WAITING ? "REQUESTED" : point.name());
        }
    }

    private void request(Point point) {
        Held one = at(point);
        one.id = remittances
                .request(one.sender, one.token, SENT_WON, one.key)
                .is(202)
                .string("remittanceId");
    }

    private Answer untilAccepted(Held one) {
        return await("the request is accepted")
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(200))
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(
                        () -> remittances.request(one.sender, one.token, SENT_WON, one.key),
                        answer -> answer.status() == 202);
    }

    private void lockMoney(Point point) {
        obstacles.add(Obstacle.atTheMoneyOf(mypay, at(point).sender.id()));
    }

    private Held at(Point point) {
        return Objects.requireNonNull(held.get(point));
    }

    /** No row holds them any more. */
    void unlock() {
        obstacles.forEach(Obstacle::close);
        obstacles.clear();
    }

    void awaitEnds(Future<Answer> accepting) throws ExecutionException, InterruptedException, TimeoutException {
        at(Point.ACCEPTING).id =
                accepting.get(LONGEST.toSeconds(), TimeUnit.SECONDS).string("remittanceId");
        held.forEach((point, one) -> remittances.awaitEnd(one.sender, one.id));
    }

    /** Each came to the end that it should, and its money is in exactly one place. */
    void assertEachEndedOnce() {
        held.forEach((point, one) -> {
            boolean paid = point != Point.RELEASE;
            assertThat(remittances.find(one.sender, one.id).string("status"))
                    .as("%s", point)
                    .isEqualTo(paid ? "SUCCEEDED" : "FAILED");
            List<JsonObject> credits = mypay.banks()
                    .statement(one.account, mypay.today())
                    .filter(line -> line.getString("direction").equals("CREDIT"))
                    .toList();
            assertThat(credits).as("%s at the bank", point).hasSize(paid && point.toAccount ? 1 : 0);
            assertThat(mypay.people().balanceWon(one.sender.id()))
                    .as("%s at its sender", point)
                    .isEqualTo(remainder(point));
        });
        assertThat(mypay.people().balanceWon(at(Point.TRANSFER).member.id())).isEqualTo(SENT_WON);
    }

    private static long remainder(Point point) {
        long paidWon = SENT_WON + FEE_WON;
        return switch (point) {
            case ACCEPTING -> FIRST_WON - SENT_WON - paidWon;
            case HOLD, WAITING -> FIRST_WON - 2 * paidWon;
            case TRANSFER -> FIRST_WON - SENT_WON;
            case TOP_UP -> 10_000 - paidWon;
            case FIRMBANKING, IN_DOUBT, CAPTURE -> FIRST_WON - paidWon;
            case RELEASE -> FIRST_WON;
        };
    }

    @Override
    public void close() {
        unlock();
        mypay.banks().behaveNormally();
        clients.shutdownNow();
    }
}
