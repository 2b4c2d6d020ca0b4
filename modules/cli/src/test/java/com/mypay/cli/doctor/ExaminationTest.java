package com.mypay.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.doctor.Reports.BankReport;
import com.mypay.cli.doctor.Reports.MessageRow;
import com.mypay.cli.doctor.Reports.QueueState;
import com.mypay.cli.doctor.Reports.ServiceCheck;
import com.mypay.cli.doctor.Reports.ServiceReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A healthy day, and for each rule something that breaks it. */
class ExaminationTest {

    /** A day's figures, all in won or pieces, that agree with each other. */
    private final Map<String, Long> totals = new TreeMap<>(Map.ofEntries(
            Map.entry("banking.corporateInWon", 1_000_000L),
            Map.entry("banking.corporateOutWon", 300_000L),
            Map.entry("banking.inFlightInWon", 0L),
            Map.entry("banking.inFlightOutWon", 0L),
            Map.entry("banking.completedCalls", 42L),
            Map.entry("banking.unknown", 0L),
            Map.entry("banking.sent", 0L),
            Map.entry("money.corporateCashWon", 700_000L),
            Map.entry("money.memberMoneyWon", 600_000L),
            Map.entry("money.paymentClearingWon", 86_797L),
            Map.entry("money.feeIncomeWon", 13_000L),
            Map.entry("money.vatPayableWon", 1_200L),
            Map.entry("money.roundingWon", 3L),
            Map.entry("money.remittancesToMembers", 3L),
            Map.entry("money.remittancesToMembersWon", 150_000L),
            Map.entry("money.remittancesToMembersFeeWon", 0L),
            Map.entry("money.remittancesToAccounts", 2L),
            Map.entry("money.remittancesToAccountsWon", 100_000L),
            Map.entry("money.remittancesToAccountsFeeWon", 1_000L),
            Map.entry("money.openHolds", 2L),
            Map.entry("money.heldWon", 70_000L),
            Map.entry("banking.chargeableCalls", 43L),
            Map.entry("banking.remittancesCompleted", 3L),
            Map.entry("banking.remittancesCompletedWon", 130_000L),
            Map.entry("remittance.memberSucceeded", 3L),
            Map.entry("remittance.memberSucceededWon", 150_000L),
            Map.entry("remittance.accountSucceeded", 2L),
            Map.entry("remittance.accountSucceededWon", 100_000L),
            Map.entry("remittance.memberSucceededFeeWon", 0L),
            Map.entry("remittance.accountSucceededFeeWon", 1_000L),
            Map.entry("remittance.capturing", 1L),
            Map.entry("remittance.capturingWon", 30_000L),
            Map.entry("remittance.held", 2L),
            Map.entry("remittance.heldWon", 70_000L),
            Map.entry("remittance.leavingWon", 69_000L),
            Map.entry("money.payments", 20L),
            Map.entry("money.paymentCancellations", 2L),
            Map.entry("payment.undecidedPayments", 0L),
            Map.entry("payment.undecidedPaymentsWon", 0L),
            Map.entry("payment.undecidedCancellations", 0L),
            Map.entry("payment.undecidedCancellationsWon", 0L),
            Map.entry("payment.paymentSlips", 20L),
            Map.entry("payment.paymentSlipsWon", 420_000L),
            Map.entry("payment.cancellationSlips", 2L),
            Map.entry("payment.cancellationSlipsWon", 20_000L),
            Map.entry("settlement.paymentSlipsWon", 420_000L),
            Map.entry("settlement.cancellationSlipsWon", 20_000L),
            Map.entry("settlement.slips", 25L),
            Map.entry("settlement.importedSlips", 3L),
            Map.entry("settlement.lines", 18L),
            Map.entry("settlement.openSlips", 7L),
            Map.entry("settlement.commissionWon", 12_000L),
            Map.entry("settlement.roundingWon", 3L),
            Map.entry("settlement.vatWon", 1_200L),
            Map.entry("settlement.payoutsCompletedWon", 300_000L)));

    private final Map<String, List<String>> checked = new TreeMap<>(Examination.OWED);
    private final List<MessageRow> messages = new ArrayList<>();
    private final Map<String, QueueState> queues = new TreeMap<>();
    private final Map<String, Long> producedSince = new TreeMap<>();
    private final Map<String, Long> bankRules = new LinkedHashMap<>(Map.of("every transfer is booked twice", 0L));
    private long executed = 42;
    private long billed = 43;
    private long atTheBanks = 700_000;
    private long moved = 700_000;

    ExaminationTest() {
        Examination.ROUTES.stream()
                .map(Examination.Route::address)
                .distinct()
                .forEach(address -> messages.add(new MessageRow("sender", "OUT", address, "DONE", 10)));
        Examination.ROUTES.forEach(route -> {
            messages.add(new MessageRow(route.receiver(), "IN", route.queue(), "DONE", 10));
            queues.put(route.queue(), new QueueState(0, 0));
        });
    }

    @Test
    void aHealthyDayHasNoViolation() {
        List<Finding> findings = examine();

        assertThat(findings).allMatch(Finding::isOk);
        assertThat(findings)
                .extracting(Finding::invariant)
                .contains("I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I13");
        assertThat(findings)
                .extracting(finding -> Integer.valueOf(finding.invariant().substring(1)))
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    banking.corporateInWon           | 1000001 | I2 | corporate accounts at the banks | -1
                    banking.corporateOutWon          | 299999  | I2 | corporate accounts at the banks | -1
                    banking.completedCalls           | 43      | I2 | transfers of the banks          | -1
                    banking.completedCalls           | 41      | I2 | transfers of the banks          | 1
                    money.corporateCashWon           | 700001  | I2 | corporate cash in the ledger    | 1
                    money.memberMoneyWon             | 769001  | I6 | all my money                    | 1
                    remittance.leavingWon            | -100001 | I6 | all my money                    | 1
                    money.remittancesToMembers       | 4       | I4 | remittances to members that     | -1
                    money.remittancesToMembersWon    | 149999  | I4 | remittances to members that     | 1
                    money.remittancesToMembersFeeWon | 500     | I4 | remittances to members that     | -500
                    remittance.memberSucceeded    | 2       | I4 | remittances to members that     | -1
                    remittance.memberSucceededWon | 150001  | I4 | remittances to members that     | 1
                    money.remittancesToAccounts      | 1       | I4 | remittances to accounts that    | 1
                    money.remittancesToAccountsWon   | 100001  | I4 | remittances to accounts that    | -1
                    remittance.accountSucceededFeeWon | 1500 | I4 | remittances to accounts that   | 500
                    money.remittancesToAccountsFeeWon | 500    | I4 | commission of closed cycles     | -500
                    money.openHolds                  | 3       | I7 | remittances that have money     | -1
                    remittance.held               | 1       | I7 | remittances that have money     | -1
                    money.heldWon                    | 69999   | I7 | what open remittances have      | 1
                    remittance.heldWon            | 70001   | I7 | what open remittances have      | 1
                    banking.chargeableCalls          | 42      | I8 | calls on the banks' bills       | 1
                    banking.chargeableCalls          | 44      | I8 | calls on the banks' bills       | -1
                    banking.remittancesCompleted     | 4       | I8 | remittances to accounts that are paid | -1
                    remittance.capturing             | 0       | I8 | remittances to accounts that are paid | -1
                    banking.remittancesCompletedWon  | 130001  | I8 | what remittances have paid      | -1
                    remittance.capturingWon          | 30001   | I8 | what remittances have paid      | 1
                    money.paymentClearingWon         | 86796   | I4 | payments - cancellations        | 1
                    settlement.payoutsCompletedWon   | 300001  | I4 | payments - cancellations        | -1
                    settlement.roundingWon           | 4       | I4 | payments - cancellations        | -1
                    settlement.roundingWon           | 4       | I15 | rounding residues               | 1
                    money.roundingWon                | 4       | I15 | rounding residues               | -1
                    settlement.vatWon                | 1201    | I4 | payments - cancellations        | -1
                    settlement.vatWon                | 1201    | I4 | VAT on the commission           | 1
                    money.vatPayableWon              | 1199    | I4 | VAT on the commission           | 1
                    money.feeIncomeWon               | 12999   | I4 | commission of closed cycles     | 1
                    money.payments                   | 19      | I9 | each payment has taken          | 1
                    money.payments                   | 21      | I9 | each payment has taken          | -1
                    payment.paymentSlips             | 21      | I9 | each payment has taken          | 1
                    money.paymentCancellations       | 3       | I9 | each cancellation has taken     | -1
                    payment.cancellationSlips        | 3       | I9 | each cancellation has taken     | 1
                    settlement.slips                 | 24      | I5 | slips of payment                | 1
                    settlement.importedSlips         | 2       | I5 | slips of payment                | -1
                    payment.cancellationSlips        | 3       | I5 | slips of payment                | 1
                    settlement.paymentSlipsWon       | 419999  | I5 | payments at payment             | 1
                    settlement.cancellationSlipsWon  | 20001   | I5 | cancellations at payment        | -1
                    settlement.lines                 | 19      | I5 | slips = lines                   | -1
                    settlement.openSlips             | 6       | I5 | slips = lines                   | 1
                    """)
    void aFigureThatIsOtherBreaksItsRule(String figure, long value, String invariant, String rule, long difference) {
        totals.put(figure, value);

        assertThat(violations())
                .anySatisfy(finding -> assertBroken(finding, invariant, rule, "they differ by " + difference));
    }

    @Test
    void moneyThatLeavesTheBanksUnseenBreaksTheJournalAndTheCover() {
        moved = 530_999;
        atTheBanks = 530_999;

        assertThat(violations()).hasSize(2);
        assertBroken(violations().get(0), "I2", "corporate accounts at the banks", "they differ by -169,001");
        assertBroken(violations().get(1), "I6", "all my money", "they differ by 1");
    }

    @Test
    void aTransferThatNobodyKnowsOfBreaksTheJournal() {
        executed = 43;

        assertThat(violations())
                .singleElement()
                .satisfies(only -> assertBroken(only, "I2", "transfers of the banks", "they differ by 1"));
    }

    @Test
    void aCallThatTheBankBillsTwiceIsOneTooMany() {
        billed = 44;

        assertThat(violations())
                .singleElement()
                .satisfies(only -> assertBroken(only, "I8", "calls on the banks' bills", "they differ by 1"));
    }

    @Test
    void aCallWithoutAnAnswerMayBeOnTheBillOrNot() {
        totals.put("banking.unknown", 1L);
        for (long billedNow : new long[] {42, 43, 44}) {
            billed = billedNow;
            assertThat(violations()).as("%d calls", billedNow).isEmpty();
        }

        billed = 45;
        assertThat(violations()).hasSize(1);
    }

    @Test
    void whatWasToldBeforeAQueueWasThereIsNotMissingInIt() {
        messages.removeIf(row -> row.destination().equals("remittance.membership-events"));
        messages.add(new MessageRow("remittance", "IN", "remittance.membership-events", "DONE", 4));

        assertThat(violations()).hasSize(1);
        producedSince.put("remittance.membership-events", 4L);
        assertThat(violations()).isEmpty();
        producedSince.put("remittance.membership-events", 5L);
        assertThat(violations())
                .singleElement()
                .satisfies(
                        only -> assertBroken(only, "I10", "remittance.membership-events: produced", "1 are missing"));
    }

    @Test
    void whatIsInFlightMayHaveMovedOrNot() {
        totals.put("banking.inFlightInWon", 1_000L);
        totals.put("banking.inFlightOutWon", 500L);
        totals.put("banking.unknown", 1L);
        totals.put("banking.sent", 1L);
        for (long movedNow : new long[] {699_500, 700_000, 701_000}) {
            moved = movedNow;
            atTheBanks = movedNow;
            assertThat(violations()).as("%d won", movedNow).isEmpty();
        }
        for (long executedNow : new long[] {42, 43, 44}) {
            executed = executedNow;
            assertThat(violations()).as("%d transfers", executedNow).isEmpty();
        }

        moved = 699_499;
        assertThat(violations()).hasSize(1);
        moved = 701_001;
        assertThat(violations()).hasSize(1);
        moved = 700_000;
        executed = 45;
        assertThat(violations()).hasSize(1);
    }

    @Test
    void whatPaymentHasNotHeardTheEndOfMayBeBookedOrNot() {
        totals.put("payment.undecidedPayments", 1L);
        totals.put("payment.undecidedPaymentsWon", 1_000L);
        totals.put("payment.undecidedCancellations", 1L);
        totals.put("payment.undecidedCancellationsWon", 400L);
        for (long[] booked : new long[][] {{20, 2, 86_797}, {21, 2, 87_797}, {20, 3, 86_397}, {21, 3, 87_397}}) {
            totals.put("money.payments", booked[0]);
            totals.put("money.paymentCancellations", booked[1]);
            totals.put("money.paymentClearingWon", booked[2]);
            assertThat(violations()).as("%d won", booked[2]).isEmpty();
        }

        totals.put("money.payments", 22L);
        totals.put("money.paymentCancellations", 4L);
        totals.put("money.paymentClearingWon", 87_798L);
        assertThat(violations()).extracting(Finding::invariant).containsExactly("I4", "I9", "I9");
    }

    static Stream<Arguments> owedChecks() {
        return Examination.OWED.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(invariant -> Arguments.of(each.getKey(), invariant)));
    }

    @ParameterizedTest
    @MethodSource("owedChecks")
    void aCheckThatAServiceDoesNotMakeIsAViolation(String service, String invariant) {
        checked.put(
                service,
                Examination.OWED.getOrDefault(service, List.of()).stream()
                        .filter(each -> !each.equals(invariant))
                        .toList());

        assertThat(violations()).singleElement().satisfies(only -> {
            assertThat(only.invariant()).isEqualTo(invariant);
            assertThat(only.where()).isEqualTo(service);
            assertThat(only.violation()).isEqualTo("nobody has checked it");
        });
    }

    @Test
    void banksThatCheckNothingAreAViolation() {
        bankRules.clear();

        assertThat(violations()).singleElement().satisfies(only -> {
            assertThat(only.where()).isEqualTo("banks");
            assertThat(only.violation()).isEqualTo("nobody has checked it");
        });
    }

    @Test
    void aServicesOwnViolationIsTakenOver() {
        Reports healthy = reports();
        ServiceReport money = healthy.services().getOrDefault("money", new ServiceReport(List.of(), Map.of()));
        List<ServiceCheck> checks = new ArrayList<>(money.checks());
        checks.add(new ServiceCheck("I3", "balance = sum of postings", 30, "member 1001: 500 and 400"));
        Map<String, ServiceReport> services = new LinkedHashMap<>(healthy.services());
        services.put("money", new ServiceReport(checks, money.totals()));

        List<Finding> findings =
                Examination.of(new Reports(services, healthy.messages(), Map.of(), healthy.queues(), healthy.banks()));

        assertThat(findings)
                .filteredOn(finding -> !finding.isOk())
                .containsExactly(
                        new Finding("I3", "money", "balance = sum of postings", "30 rows", "member 1001: 500 and 400"));
    }

    @Test
    void aBanksOwnViolationIsTakenOver() {
        bankRules.put("no account is negative", 3L);

        assertThat(violations())
                .containsExactly(
                        new Finding("I2", "banks", "no account is negative", "3 rows break it", "3 rows break it"));
    }

    static Stream<String> figures() {
        return new ExaminationTest().totals.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aFigureThatNobodyTellsIsAViolationAndNotZero(String figure) {
        totals.remove(figure);

        assertThat(violations()).anySatisfy(finding -> {
            assertThat(finding.invariant()).isEqualTo("I2");
            assertThat(finding.where()).isEqualTo(figure.substring(0, figure.indexOf('.')));
            assertThat(finding.violation()).isEqualTo(figure + " is missing in the answer");
        });
    }

    @Test
    void aServiceThatReportsNothingIsAViolation() {
        Reports healthy = reports();
        Map<String, ServiceReport> services = new LinkedHashMap<>(healthy.services());
        services.remove("settlement");

        List<Finding> findings =
                Examination.of(new Reports(services, healthy.messages(), Map.of(), healthy.queues(), healthy.banks()));

        assertThat(findings)
                .filteredOn(finding -> !finding.isOk() && finding.where().equals("settlement"))
                .extracting(Finding::invariant)
                .contains("I5", "I11", "I13", "I2");
    }

    static Stream<String> receivingQueues() {
        return Examination.ROUTES.stream().map(Examination.Route::queue);
    }

    @ParameterizedTest
    @MethodSource("receivingQueues")
    void aMessageThatGotLostIsMissing(String queue) {
        messages.replaceAll(
                row -> row.destination().equals(queue) && row.direction().equals("IN")
                        ? new MessageRow(row.service(), "IN", queue, "DONE", 9)
                        : row);

        assertThat(violations())
                .singleElement()
                .satisfies(only -> assertBroken(only, "I10", queue + ": produced", "1 are missing"));
    }

    @ParameterizedTest
    @MethodSource("receivingQueues")
    void aMessageThatCameTwiceIsOneTooMany(String queue) {
        messages.replaceAll(
                row -> row.destination().equals(queue) && row.direction().equals("IN")
                        ? new MessageRow(row.service(), "IN", queue, "DONE", 11)
                        : row);

        assertThat(violations())
                .singleElement()
                .satisfies(only -> assertBroken(only, "I10", queue + ": produced", "-1 are missing"));
    }

    @Test
    void aDeadLetterIsAccountedFor() {
        String queue = "settlement.slips";
        messages.replaceAll(
                row -> row.destination().equals(queue) ? new MessageRow(row.service(), "IN", queue, "DONE", 9) : row);
        queues.put(queue, new QueueState(0, 1));

        assertThat(violations()).isEmpty();
    }

    @Test
    void whileMessagesAreOnTheirWaySumsMayDifferByThem() {
        queues.put("settlement.slips", new QueueState(1, 0));
        totals.put("settlement.slips", 24L);
        messages.replaceAll(row -> row.destination().equals("settlement.slips")
                ? new MessageRow("settlement", "IN", "settlement.slips", "DONE", 9)
                : row);

        List<Finding> findings = examine();

        assertThat(findings).allMatch(Finding::isOk);
        assertThat(findings)
                .filteredOn(finding -> finding.rule().startsWith("slips of payment"))
                .extracting(Finding::figures)
                .containsExactly("22 issued, 21 known; messages in flight: 1");
    }

    @Test
    void moreThanWhatIsOnItsWayIsMissingAllTheSame() {
        messages.add(new MessageRow("payment", "OUT", "payment.slips", "WAITING", 1));
        messages.replaceAll(row -> row.destination().equals("settlement.slips")
                ? new MessageRow("settlement", "IN", "settlement.slips", "DONE", 8)
                : row);

        assertThat(violations())
                .singleElement()
                .satisfies(only -> assertBroken(only, "I10", "settlement.slips: produced", "2 are missing"));
    }

    private static void assertBroken(Finding finding, String invariant, String rule, String violation) {
        assertThat(finding.invariant()).isEqualTo(invariant);
        assertThat(finding.where()).isEqualTo("all");
        assertThat(finding.rule()).startsWith(rule);
        assertThat(finding.violation()).isEqualTo(violation);
    }

    private List<Finding> violations() {
        return examine().stream().filter(finding -> !finding.isOk()).toList();
    }

    private List<Finding> examine() {
        return Examination.of(reports());
    }

    private Reports reports() {
        Map<String, ServiceReport> services = new LinkedHashMap<>();
        checked.forEach((service, invariants) -> {
            List<ServiceCheck> checks = invariants.stream()
                    .map(invariant -> new ServiceCheck(invariant, "a rule of " + service, 10, null))
                    .toList();
            Map<String, Long> own = new TreeMap<>();
            totals.forEach((name, value) -> {
                if (name.startsWith(service + ".")) {
                    own.put(name.substring(service.length() + 1), value);
                }
            });
            services.put(service, new ServiceReport(checks, own));
        });
        return new Reports(
                services,
                messages,
                producedSince,
                queues,
                new BankReport(bankRules, executed, billed, atTheBanks, moved));
    }
}
