package com.mypay.banking.application;

import static com.mypay.banking.application.BankingHouse.KIM;
import static com.mypay.banking.application.BankingHouse.TODAY;
import static com.mypay.banking.application.Refusals.assertRefused;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.mypay.banking.adapter.out.persistence.JdbcReconciliations;
import com.mypay.banking.domain.Reconciliation;
import com.mypay.banking.domain.Reconciliation.Status;
import com.mypay.banking.domain.ReconciliationItem;
import com.mypay.banking.domain.Reconciliations;
import com.mypay.banking.domain.StatementLine;
import com.mypay.banking.domain.StatementLine.Direction;
import com.mypay.banking.domain.StatementResult;
import com.mypay.banking.fake.FakeBank;
import com.mypay.banking.fake.FakeBank.Behaviour;
import com.mypay.framework.request.JdbcRequests;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.fake.CountingIds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the database: what is compared are its rows. */
class ReconcileStatementTest {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("BANKING");

    @RegisterExtension
    final TestCall call = TestCall.by(KIM);

    private final BankingHouse house = BankingHouse.on(DATABASE);
    private final Reconciliations reconciliations = new JdbcReconciliations(DATABASE.jdbc());
    private final ReconcileStatement reconcile = new ReconcileStatement(
            house.corporateAccounts, reconciliations, house.bank, house.transactions, house.clock, new CountingIds());
    private final FindReconciliations find = new FindReconciliations(reconciliations, house.transactions);
    private final ResolveReconciliationItem resolve = new ResolveReconciliationItem(
            reconciliations, new JdbcRequests(DATABASE.jdbc(), house.clock), house.transactions, house.clock);
    private String accountId = "";

    @BeforeEach
    void furnish() {
        house.furnished();
        accountId = house.transactions.inTransaction(
                () -> house.corporateAccounts.all().get(0).id());
    }

    /** Comes from a member's account into the corporate one. */
    private String charged(long won) {
        return house.requestFirmbanking.request(house.charge(won)).id();
    }

    private void dayIsOver() {
        house.clock.advance(Duration.ofDays(1));
    }

    private static StatementLine in(long number, String id, long won) {
        return new StatementLine(number, id, Direction.CREDIT, won(won));
    }

    private Reconciliation reconciled(LocalDate date) {
        Reconciliation now = once(date);
        for (int i = 0; i < 20 && now.status() != Status.ENDED; i++) {
            now = once(date);
        }
        assertThat(now.status()).isEqualTo(Status.ENDED);
        return now;
    }

    private Reconciliation once(LocalDate date) {
        return reconcile.reconcile(new ReconcileStatement.Command(accountId, date));
    }

    private List<ReconciliationItem> open() {
        return find.items(true, null);
    }

    @Test
    void whatIsTheSameOnBothSidesIsMatched() {
        String first = charged(20_000);
        String second = charged(30_000);
        house.bank.shows(TODAY, 500, List.of(in(1, first, 20_000), in(2, second, 30_000)));
        dayIsOver();
        Reconciliation ended = reconciled(TODAY);
        assertThat(ended.lines()).isEqualTo(2);
        assertThat(ended.matched()).isEqualTo(2);
        assertThat(ended.items()).isZero();
        assertThat(open()).isEmpty();
    }

    @Test
    void eachKindOfDifferenceIsAnItem() {
        String same = charged(10_000);
        String amount = charged(20_000);
        String unknownThere = charged(30_000);
        String twice = charged(40_000);
        house.bank.now(Behaviour.LOSES_ANSWER);
        String inDoubt = charged(50_000);
        house.bank.now(Behaviour.ANSWERS);
        house.bank.shows(
                TODAY,
                500,
                List.of(
                        in(1, same, 10_000),
                        in(2, amount, 20_001),
                        in(3, twice, 40_000),
                        in(4, twice, 40_000),
                        in(5, inDoubt, 50_000),
                        in(6, "not-of-ours", 7),
                        new StatementLine(7, "a-fee", Direction.DEBIT, won(500))));
        dayIsOver();
        Reconciliation ended = reconciled(TODAY);

        assertThat(ended.lines()).isEqualTo(7);
        assertThat(ended.matched()).isEqualTo(2);
        assertThat(ended.items()).isEqualTo(6);
        assertThat(open())
                .extracting(ReconciliationItem::kind, ReconciliationItem::transactionId)
                .containsExactly(
                        tuple(StatementResult.AMOUNT_DIFFERS, amount),
                        tuple(StatementResult.DUPLICATE, twice),
                        tuple(StatementResult.MISSING_HERE, inDoubt),
                        tuple(StatementResult.MISSING_HERE, "not-of-ours"),
                        tuple(StatementResult.MISSING_HERE, "a-fee"),
                        tuple(StatementResult.MISSING_THERE, unknownThere));
        assertThat(open().get(0).bankWon()).isEqualTo(20_001);
        assertThat(open().get(0).ourWon()).isEqualTo(20_000);
        assertThat(open().get(2).ourStatus()).isEqualTo("UNKNOWN");
        assertThat(open().get(5).lineNumber()).isZero();
    }

    @Test
    void aTransferThatWentTheOtherWayIsNotOurs() {
        String charged = charged(10_000);
        house.bank.shows(TODAY, 500, List.of(new StatementLine(1, charged, Direction.DEBIT, won(10_000))));
        dayIsOver();
        reconciled(TODAY);
        assertThat(open()).extracting(ReconciliationItem::kind).containsExactly(StatementResult.MISSING_HERE);
    }

    @Test
    void aLineOfAnotherDateIsADifferenceAndItsSecondOneADuplicate() {
        String charged = charged(10_000);
        house.bank.shows(TODAY, 500, List.of());
        house.bank.shows(TOMORROW, 500, List.of(in(8, charged, 10_000), in(9, charged, 10_000)));
        dayIsOver();
        dayIsOver();
        reconciled(TODAY);
        reconciled(TOMORROW);
        assertThat(open())
                .extracting(ReconciliationItem::kind, ReconciliationItem::date)
                .containsExactly(
                        tuple(StatementResult.MISSING_THERE, TODAY),
                        tuple(StatementResult.DATE_DIFFERS, TOMORROW),
                        tuple(StatementResult.DUPLICATE, TOMORROW));
    }

    @Test
    void aLongStatementIsReadPageByPageAndGoesOnWhereItStopped() {
        List<StatementLine> lines = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            lines.add(in(i, charged(10_000), 10_000));
        }
        house.bank.shows(TODAY, 3, lines);
        dayIsOver();
        assertThat(once(TODAY).lines()).isEqualTo(3);
        house.bank.answersNoQuestions();
        assertThatThrownBy(() -> once(TODAY)).isInstanceOf(RuntimeException.class);
        house.bank.answersQuestions();
        assertThat(once(TODAY).lines()).isEqualTo(6);
        Reconciliation ended = reconciled(TODAY);
        assertThat(ended.lines()).isEqualTo(7);
        assertThat(ended.matched()).isEqualTo(7);
        assertThat(ended.pages()).isEqualTo(3);
    }

    @Test
    void severalAtOnceReadEachPageOnce() {
        List<StatementLine> lines = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            lines.add(in(i, charged(10_000), 10_000));
        }
        house.bank.shows(TODAY, 1, lines);
        dayIsOver();
        once(TODAY);
        call.atOnce(4, () -> once(TODAY));
        Reconciliation ended = reconciled(TODAY);
        assertThat(ended.lines()).isEqualTo(6);
        assertThat(ended.matched()).isEqualTo(6);
        assertThat(ended.items()).isZero();
    }

    @Test
    void whatIsEndedStaysAsItIs() {
        String charged = charged(10_000);
        house.bank.shows(TODAY, 500, List.of(in(1, charged, 10_000)));
        dayIsOver();
        Reconciliation ended = reconciled(TODAY);
        house.bank.shows(TODAY, 500, List.of());
        assertThat(once(TODAY)).isEqualTo(ended);
        assertThat(find.of(TODAY)).containsExactly(ended);
    }

    @Test
    void aDateThatIsNotOverAndAnAccountThatIsNotOursAreRefused() {
        assertRefused(BankingProblem.STATEMENT_NOT_COMPLETE, () -> once(TODAY));
        dayIsOver();
        accountId = "f".repeat(32);
        assertRefused(BankingProblem.CORPORATE_ACCOUNT_NOT_FOUND, () -> once(TODAY));
    }

    /** What was sent before midnight may be completed a little after it. */
    @Test
    void aDateIsOverFiveMinutesAfterMidnight() {
        house.clock.setInSeoul(TOMORROW + "T00:04:59");
        assertRefused(BankingProblem.STATEMENT_NOT_COMPLETE, () -> once(TODAY));
        house.clock.setInSeoul(TOMORROW + "T00:05");
        assertThat(once(TODAY).status()).isEqualTo(Status.COMPARING);
    }

    /** The bank tells of such a date what the account has now. */
    @Test
    void aDateWithoutLinesHasNoClosingBalance() {
        house.bank.shows(TOMORROW, 500, List.of(in(1, "not-of-ours", 7)));
        dayIsOver();
        dayIsOver();
        assertThat(reconciled(TODAY).closingWon()).isNull();
        assertThat(reconciled(TOMORROW).closingWon()).isEqualTo(FakeBank.BALANCE_WON);
        assertThat(find.of(TODAY)).extracting(Reconciliation::closingWon).containsOnlyNulls();
    }

    /** Who loses the row's key goes on with the winner's row. */
    @Test
    void severalFirstCallsAtOnceBeginOnce() {
        house.bank.shows(TODAY, 1, List.of(in(1, charged(10_000), 10_000), in(2, charged(20_000), 20_000)));
        dayIsOver();
        assertThat(call.atOnce(4, () -> once(TODAY))).allMatch(each -> each.lines() > 0);
        assertThat(reconciled(TODAY).matched()).isEqualTo(2);
        assertThat(find.of(TODAY)).hasSize(1);
    }

    @Test
    void staffResolvesADifferenceOnce() {
        house.bank.shows(TODAY, 500, List.of(in(1, "not-of-ours", 7)));
        dayIsOver();
        reconciled(TODAY);
        String item = open().get(0).id();
        RequestId id = house.nextRequestId();

        ResolveReconciliationItem.Answer answer = resolved(item, id);
        assertThat(answer.resolvedBy()).isEqualTo("staff/kim");
        assertThat(resolved(item, id)).isEqualTo(answer);
        assertThat(open()).isEmpty();
        assertThat(find.items(false, null))
                .singleElement()
                .satisfies(each -> assertThat(each.resolution())
                        .isNotNull()
                        .satisfies(resolution -> assertThat(resolution.reason()).isEqualTo("은행 이자")));
        assertRefused(BankingProblem.RECONCILIATION_ITEM_RESOLVED, () -> resolved(item, house.nextRequestId()));
        assertRefused(
                BankingProblem.RECONCILIATION_ITEM_NOT_FOUND, () -> resolved("f".repeat(32), house.nextRequestId()));
    }

    private ResolveReconciliationItem.Answer resolved(String item, RequestId id) {
        return house.transactions.inTransaction(
                () -> resolve.resolve(new ResolveReconciliationItem.Command(KIM, id, item, "은행 이자")));
    }
}
