package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Audits;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Members that pay, cancel and charge, a few at a time, as long as there is work: payments that need top-ups among them.
 * Whoever gets no answer, or one that says "later", sends the same again under the same request id, as a good client does.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final int MEMBERS = 8;
    private static final int FRANCHISES = 3;
    private static final long BANK_BALANCE_WON = 10_000_000;
    private static final long FIRST_MONEY_WON = 20_000;
    private static final long PAYMENT_WON = 7_000;
    private static final long CANCELLED_WON = 2_500;
    private static final long CHARGE_WON = 11_000;
    private static final Duration LONGEST_PAYMENT = Duration.ofMinutes(3);

    private final RunningInstallation mypay;
    private final int size;
    private final List<Member> members = new ArrayList<>();
    private final Map<Member, Long> wonAtFirst = new HashMap<>();
    private final List<Member> franchises = new ArrayList<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> work = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private final Set<String> paymentIds = ConcurrentHashMap.newKeySet();
    private final Set<String> cancelledIds = ConcurrentHashMap.newKeySet();
    private final Set<String> chargeIds = ConcurrentHashMap.newKeySet();

    /** @param size payments; each fifth has a charge beside it, and each fifth is cancelled in part */
    Load(RunningInstallation mypay, int size) {
        this.mypay = mypay;
        this.size = size;
        People people = mypay.people();
        IntStream.range(0, MEMBERS)
                .forEach(i -> members.add(people.aMember()
                        .withAccountAt(i % 2 == 0 ? "004" : "090")
                        .withAccountOf(BANK_BALANCE_WON)
                        .withMoney(FIRST_MONEY_WON)
                        .signedUp()));
        members.forEach(member -> wonAtFirst.put(member, wonHereAndAtTheBank(member)));
        IntStream.range(0, FRANCHISES)
                .forEach(i -> franchises.add(people.aFranchise().signedUp()));
    }

    void start() {
        for (int i = 0; i < size; i++) {
            int number = i;
            work.add(clients.submit(() -> pay(number)));
            if (i % 5 == 0) {
                work.add(clients.submit(() -> charge(number)));
            }
        }
    }

    /** Waits until this part of the work is done, so that what happens next happens in the middle. */
    void awaitPart(double part) {
        await().atMost(LONGEST_PAYMENT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> done.get() >= work.size() * part);
        assertThat(done.get()).as("still in the middle").isLessThan(work.size());
    }

    void awaitEnd() throws Exception {
        for (Future<?> piece : work) {
            piece.get(LONGEST_PAYMENT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void pay(int number) {
        Member member = members.get(number % MEMBERS);
        Member franchise = franchises.get(number % FRANCHISES);
        String key = Client.newKey();
        Answer answer = untilAnswered(() -> mypay.people().pay(member.id(), franchise.id(), PAYMENT_WON, key), 201);
        paymentIds.add(answer.string("paymentId"));
        if (number % 5 == 2) {
            cancel(member, answer.string("paymentId"));
        }
        done.incrementAndGet();
    }

    private void cancel(Member member, String paymentId) {
        String key = Client.newKey();
        JsonObject body = json("paymentId", paymentId, "amountWon", CANCELLED_WON, "reason", "변심");
        untilAnswered(
                () -> mypay.client().asMember(member.id()).post("/payment/com/v1/cancel/payment", body, key), 200);
        cancelledIds.add(paymentId);
    }

    private void charge(int number) {
        Member member = members.get(number % MEMBERS);
        String key = Client.newKey();
        JsonObject body = json("memberId", member.id(), "amountWon", CHARGE_WON);
        Answer answer = untilAnswered(
                () -> mypay.client().asMember(member.id()).post("/money/com/v1/charge/money", body, key), 202);
        chargeIds.add(answer.string("chargeId"));
        done.incrementAndGet();
    }

    private static Answer untilAnswered(java.util.function.Supplier<Answer> command, int success) {
        return await().atMost(LONGEST_PAYMENT)
                .pollInterval(Duration.ofMillis(200))
                .pollDelay(Duration.ZERO)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(command::get, answer -> {
                    boolean starting =
                            answer.status() == 404 && !answer.contentType().contains("problem");
                    boolean later = answer.status() >= 500 || answer.status() == 409 || starting;
                    assertThat(later || answer.status() == success)
                            .as("%s answers %s %s", answer.call(), answer.status(), answer.text())
                            .isTrue();
                    return answer.status() == success;
                });
    }

    /** Each payment and charge exactly once, to the won, at MyPay and at the banks. */
    void assertEverythingAddsUp() {
        assertThat(paymentIds).hasSize(size);
        List<JsonObject> payments = franchises.stream()
                .flatMap(franchise -> mypay.client()
                        .asFranchise(franchise.id())
                        .get("/payment/com/v1/find/payments", "franchiseId", franchise.id(), "limit", 1000)
                        .is(200)
                        .items("items"))
                .toList();
        assertThat(payments.stream().filter(Load::isApproved).map(payment -> payment.getString("paymentId")))
                .containsExactlyInAnyOrderElementsOf(paymentIds);
        assertThat(payments.stream().filter(payment -> !isApproved(payment)))
                .as("payments whose client was told to come later")
                .allSatisfy(payment -> {
                    assertThat(payment.getString("status")).isEqualTo("FAILED");
                    assertThat(payment.getString("failureCode")).isEqualTo("UNAVAILABLE");
                });
        assertThat(cancelledIds).hasSize(size / 5);
        assertThat(payments)
                .allSatisfy(payment -> assertThat(
                                payment.getJsonNumber("cancelledWon").longValue())
                        .isEqualTo(cancelledIds.contains(payment.getString("paymentId")) ? CANCELLED_WON : 0));
        wonAtFirst.forEach(this::assertMoneyOf);
        new Messages(mypay).awaitAllArrived();
        new Audits(mypay).assertAllOk();
    }

    private void assertMoneyOf(Member member, long atFirst) {
        long paid = mypay.client()
                .asMember(member.id())
                .get("/payment/com/v1/find/payments", "memberId", member.id(), "limit", 1000)
                .is(200)
                .items("items")
                .filter(Load::isApproved)
                .mapToLong(payment -> payment.getJsonNumber("remainingWon").longValue())
                .sum();
        await("money of member " + member.id())
                .atMost(LONGEST_PAYMENT)
                .untilAsserted(() -> assertThat(wonHereAndAtTheBank(member)).isEqualTo(atFirst - paid));
    }

    private long wonHereAndAtTheBank(Member member) {
        return mypay.people().balanceWon(member.id()) + mypay.banks().balanceWon(member.linkedAccount());
    }

    private static boolean isApproved(JsonObject payment) {
        return payment.getString("status").equals("APPROVED");
    }

    /** Of every payment that was made. */
    Set<String> paymentIds() {
        return Set.copyOf(paymentIds);
    }

    void assertEveryChargeCompleted() {
        assertThat(chargeIds).hasSize((size + 4) / 5);
        for (String chargeId : chargeIds) {
            await("charge " + chargeId)
                    .atMost(LONGEST_PAYMENT)
                    .until(() -> mypay.client()
                            .asOperator()
                            .get("/money/com/v1/find/charge", "chargeId", chargeId)
                            .is(200)
                            .string("status")
                            .equals("COMPLETED"));
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
