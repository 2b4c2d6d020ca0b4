package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A business date on which members pay and some of them cancel, and what its settlement has to come to, reckoned from the
 * payments alone. Franchises with a bank account are paid out; those without one have a minimum that they don't reach.
 */
final class TradingDay {

    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final int BASIS_POINTS = 10_000;

    /** A payment, and what was cancelled of it. */
    private record Sale(String slipId, long amountWon, long cancelledWon) {}

    private final RunningInstallation mypay;
    private final LocalDate date;
    private final List<Member> members;
    private final Map<Member, List<Sale>> sales = new LinkedHashMap<>();
    private final Map<Member, Long> bankBalancesBefore = new LinkedHashMap<>();
    private final Set<String> cancellationSlipIds = new HashSet<>();
    private long basisPoints;

    /** @param members who pay in turn */
    TradingDay(RunningInstallation mypay, LocalDate date, List<Member> members) {
        this.mypay = mypay;
        this.date = date;
        this.members = members;
        mypay.setClock(date.atTime(NOON).atZone(RunningInstallation.SEOUL).toInstant());
    }

    /** Each of the franchises sells so often, for amounts whose commission has to be rounded; the first one cancels. */
    TradingDay sells(List<Member> franchises, int payments, long aboutWon) {
        for (Member franchise : franchises) {
            List<Sale> sold = sales.computeIfAbsent(franchise, none -> new ArrayList<>());
            if (franchise.account() != null) {
                bankBalancesBefore.put(franchise, mypay.banks().balanceWon(franchise.linkedAccount()));
            }
            for (int i = 0; i < payments; i++) {
                Member payer = members.get((sold.size() + sales.size()) % members.size());
                long amountWon = aboutWon + 137L * sold.size() + sales.size();
                Answer paid = mypay.people()
                        .pay(payer.id(), franchise.id(), amountWon)
                        .is(201);
                sold.add(new Sale(paid.string("slipId"), amountWon, cancelled(franchise, paid, amountWon)));
            }
        }
        return this;
    }

    /** The very first payment in part, the second one as a whole. */
    private long cancelled(Member franchise, Answer paid, long amountWon) {
        boolean isFirst = sales.size() == 1
                && Objects.requireNonNull(sales.get(franchise)).isEmpty();
        boolean isSecond = sales.size() == 1
                && Objects.requireNonNull(sales.get(franchise)).size() == 1;
        if (!isFirst && !isSecond) {
            return 0;
        }
        long won = isFirst ? amountWon / 3 : amountWon;
        cancellationSlipIds.add(mypay.client()
                .asFranchise(franchise.id())
                .post(
                        "/payment/com/v1/cancel/payment",
                        json("paymentId", paid.string("paymentId"), "amountWon", won, "reason", "품절"))
                .is(200)
                .string("slipId"));
        return won;
    }

    /** The day is over: all slips are in settlement. */
    TradingDay closes() {
        new Messages(mypay).awaitAllArrived();
        Answer counts = mypay.client()
                .asOperator()
                .get("/settlement/adm/v1/find/slip-counts", "businessDate", date)
                .is(200);
        assertThat(counts.number("paymentSlips")).isEqualTo(payments());
        assertThat(counts.number("cancellationSlips")).isEqualTo(cancellations());
        basisPoints = mypay.client()
                .asOperator()
                .get(
                        "/payment/com/v1/find/commission",
                        "franchiseId",
                        franchises().get(0).id(),
                        "date",
                        date)
                .is(200)
                .json()
                .getJsonObject("inForce")
                .getJsonNumber("basisPoints")
                .longValueExact();
        assertThat(basisPoints).isPositive();
        return this;
    }

    LocalDate date() {
        return date;
    }

    String aSlipOf(Member franchise) {
        return Objects.requireNonNull(sales.get(franchise)).get(0).slipId();
    }

    List<Member> franchises() {
        return List.copyOf(sales.keySet());
    }

    /** As settlement shows it now. */
    JsonObject cycle() {
        return findCycle().is(200).json();
    }

    Answer findCycle() {
        return mypay.client().asOperator().get("/settlement/adm/v1/find/cycle", "businessDate", date);
    }

    long figure(String name) {
        return cycle().getJsonNumber(name).longValueExact();
    }

    String cycleId() {
        return cycle().getString("cycleId");
    }

    /** Every sum, every slip's line, every franchise's money at its bank: all as if nothing had come in between. */
    void assertSettledOnce() {
        assertSettledUpToThePayouts();
        assertThat(figure("paidWon")).isEqualTo(sum(this::payoutWon));
        assertThat(figure("paidFranchises")).isEqualTo(bankBalancesBefore.size());
        assertThat(figure("carriedWon")).isEqualTo(netWon() - sum(this::payoutWon));
        assertThat(figure("carriedFranchises")).isEqualTo(sales.size() - bankBalancesBefore.size());
        assertEveryFranchiseHasItsMoneyOnce();
    }

    void assertSettledUpToThePayouts() {
        assertThat(cycle().getString("status")).isEqualTo("CLOSED");
        assertThat(cyclesOfTheDate()).isOne();
        assertThat(figure("paymentSlips")).isEqualTo(payments());
        assertThat(figure("cancellationSlips")).isEqualTo(cancellations());
        assertThat(figure("franchises")).isEqualTo(sales.size());
        assertThat(figure("grossWon")).isEqualTo(sum(franchise -> sumOf(franchise, Sale::amountWon)));
        assertThat(figure("cancelledWon")).isEqualTo(sum(franchise -> sumOf(franchise, Sale::cancelledWon)));
        assertThat(figure("commissionWon")).isEqualTo(sum(this::commissionWon));
        assertThat(figure("netWon")).isEqualTo(netWon());
        assertEverySlipIsInOneLine();
    }

    private void assertEverySlipIsInOneLine() {
        List<String> slips = new ArrayList<>(cancellationSlipIds);
        sales.values().forEach(sold -> sold.forEach(sale -> slips.add(sale.slipId())));
        List<String> lines = franchises().stream()
                .flatMap(franchise -> mypay.client()
                        .asFranchise(franchise.id())
                        .get(
                                "/settlement/com/v1/find/settlement-lines",
                                "cycleId",
                                cycleId(),
                                "franchiseId",
                                franchise.id(),
                                "limit",
                                1000)
                        .is(200)
                        .items("items"))
                .map(line -> line.getString("slipId"))
                .toList();
        assertThat(lines).containsExactlyInAnyOrderElementsOf(slips);
    }

    void assertEveryFranchiseHasItsMoneyOnce() {
        bankBalancesBefore.forEach((franchise, before) -> {
            assertThat(mypay.banks().balanceWon(franchise.linkedAccount()) - before)
                    .as("what came into the account of franchise %s", franchise.id())
                    .isEqualTo(payoutWon(franchise));
            assertThat(mypay.banks()
                            .statement(franchise.linkedAccount(), date)
                            .filter(row -> row.getJsonNumber("amountWon").longValueExact() == payoutWon(franchise)))
                    .as("transfers to franchise %s by its bank's statement", franchise.id())
                    .hasSize(1);
        });
    }

    long received(Member franchise) {
        return mypay.banks().balanceWon(franchise.linkedAccount())
                - Objects.requireNonNull(bankBalancesBefore.get(franchise));
    }

    long payoutWon(Member franchise) {
        return franchise.account() == null ? 0 : netWon(franchise);
    }

    long netWon(Member franchise) {
        return sumOf(franchise, sale -> sale.amountWon() - sale.cancelledWon()) - commissionWon(franchise);
    }

    private long netWon() {
        return sum(this::netWon);
    }

    /** Of what is left of each payment, rounded down. */
    private long commissionWon(Member franchise) {
        return sumOf(franchise, sale -> (sale.amountWon() - sale.cancelledWon()) * basisPoints / BASIS_POINTS);
    }

    long payments() {
        return sales.values().stream().mapToLong(List::size).sum();
    }

    long cancellations() {
        return cancellationSlipIds.size();
    }

    private long sum(ToLongFunction<Member> ofFranchise) {
        return sales.keySet().stream().mapToLong(ofFranchise).sum();
    }

    private long sumOf(Member franchise, ToLongFunction<Sale> ofSale) {
        return Objects.requireNonNull(sales.get(franchise)).stream()
                .mapToLong(ofSale)
                .sum();
    }

    private long cyclesOfTheDate() {
        return mypay.client()
                .asOperator()
                .get("/settlement/adm/v1/find/cycles", "limit", 1000)
                .is(200)
                .items("items")
                .filter(cycle -> cycle.getString("businessDate").equals(date.toString()))
                .count();
    }
}
