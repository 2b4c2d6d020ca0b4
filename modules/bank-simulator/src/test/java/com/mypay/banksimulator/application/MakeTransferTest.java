package com.mypay.banksimulator.application;

import static com.mypay.banksimulator.Examples.DAY;
import static com.mypay.banksimulator.Examples.DUL;
import static com.mypay.banksimulator.Examples.HANA;
import static com.mypay.banksimulator.Examples.KOOKMIN;
import static com.mypay.banksimulator.Examples.NOON;
import static com.mypay.banksimulator.Examples.SHINHAN;
import static com.mypay.banksimulator.Examples.account;
import static com.mypay.banksimulator.Examples.bank;
import static com.mypay.banksimulator.Examples.fromHanaToDul;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.banksimulator.application.MakeTransfer.Command;
import com.mypay.banksimulator.application.MakeTransfer.Handling;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.AccountStatus;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Charge;
import com.mypay.banksimulator.domain.Entry;
import com.mypay.banksimulator.domain.Instruction;
import com.mypay.banksimulator.domain.Refusal;
import com.mypay.banksimulator.domain.RefusalReason;
import com.mypay.banksimulator.domain.Rejected;
import com.mypay.banksimulator.domain.Transfer;
import com.mypay.banksimulator.domain.TransferId;
import com.mypay.banksimulator.domain.TransferStatus;
import com.mypay.banksimulator.domain.Won;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MakeTransferTest {
    private final InMemoryBooks books = new InMemoryBooks();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final MakeTransfer makeTransfer = new MakeTransfer(books, clock);

    @BeforeEach
    void twoPeopleAtTwoBanks() {
        books.save(bank(SHINHAN, 1_000_000));
        books.save(bank(KOOKMIN, 1_000_000));
        books.open(account(HANA, 100_000));
        books.open(account(DUL, 0));
    }

    @Test
    void completedTransferMovesTheMoneyAndIsBookedOnBothSidesAndBetweenTheBanks() {
        Transfer transfer = make(fromHanaToDul("t1", 30_000));

        assertThat(transfer.status()).isEqualTo(TransferStatus.COMPLETED);
        assertThat(transfer.completedAt()).contains(NOON);
        assertThat(transfer.bankReference()).isEqualTo("088-20111205-00000001");
        assertThat(balance(HANA)).isEqualTo(70_000);
        assertThat(balance(DUL)).isEqualTo(30_000);
        assertThat(books.entries)
                .extracting(Entry::sequence, Entry::account, Entry::direction, Entry::balanceAfter)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, HANA, Entry.Direction.DEBIT, Won.won(70_000)),
                        org.assertj.core.groups.Tuple.tuple(3L, DUL, Entry.Direction.CREDIT, Won.won(30_000)));
        assertThat(books.positions).containsEntry(SHINHAN, -30_000L).containsEntry(KOOKMIN, 30_000L);
    }

    @Test
    void repeatedCallGetsTheFirstAnswerIsChargedAndMovesNothing() {
        Transfer first = make(fromHanaToDul("t1", 30_000));
        Transfer second = make(fromHanaToDul("t1", 30_000));

        assertThat(second.bankReference()).isEqualTo(first.bankReference());
        assertThat(balance(HANA)).isEqualTo(70_000);
        Charge bill = bill();
        assertThat(bill.calls()).isEqualTo(2);
        assertThat(bill.completedCalls()).isEqualTo(2);
        assertThat(bill.executions()).isEqualTo(1);
        assertThat(bill.fees()).isEqualTo(Won.won(800));
    }

    @Test
    void callDoubledByTheNetworkIsNeitherExecutedNorCharged() {
        make(fromHanaToDul("t1", 30_000));
        makeTransfer.make(new Command(fromHanaToDul("t1", 30_000), Handling.EXECUTE_DOUBLED_CALL, ""));

        assertThat(balance(HANA)).isEqualTo(70_000);
        assertThat(bill().calls()).isEqualTo(1);
    }

    @Test
    void sameIdWithOtherContentIsRejectedAndNotCharged() {
        make(fromHanaToDul("t1", 30_000));

        assertThatThrownBy(() -> make(fromHanaToDul("t1", 30_001)))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problem()).isEqualTo(BankProblem.TRANSACTION_ID_REUSED));
        assertThat(balance(HANA)).isEqualTo(70_000);
        assertThat(bill().calls()).isEqualTo(1);
    }

    @Test
    void sameIdOnAnotherDayIsAnotherTransfer() {
        make(fromHanaToDul("t1", 30_000));
        make(Instruction.transfer(
                new TransferId(SHINHAN, DAY.plusDays(1), "t1"), HANA, DUL, Won.won(30_000), "마이머니 충전"));

        assertThat(balance(HANA)).isEqualTo(40_000);
    }

    @Test
    void refusesWithoutMovingAndForGood() {
        assertRefused(fromHanaToDul("t1", 100_001), RefusalReason.INSUFFICIENT_FUNDS);
        assertRefused(fromHanaToDul("t2", 1_000_001), RefusalReason.LIMIT_EXCEEDED);
        AccountId nobody = AccountId.of("004", "99999999");
        assertRefused(
                Instruction.transfer(new TransferId(SHINHAN, DAY, "t3"), HANA, nobody, Won.won(1), ""),
                RefusalReason.NO_ACCOUNT);
        assertRefused(
                Instruction.transfer(
                        new TransferId(SHINHAN, DAY, "t4"), AccountId.of("088", "99999999"), DUL, Won.won(1), ""),
                RefusalReason.NO_ACCOUNT);
        books.account(DUL).orElseThrow().change(AccountStatus.CLOSED, DAY);
        assertRefused(fromHanaToDul("t5", 1), RefusalReason.ACCOUNT_CLOSED);
        books.account(DUL).orElseThrow().change(AccountStatus.DORMANT, DAY);
        assertRefused(fromHanaToDul("t6", 1), RefusalReason.BANK_REFUSED);
        books.account(DUL).orElseThrow().change(AccountStatus.OPEN, DAY);
        books.account(HANA).orElseThrow().change(AccountStatus.FROZEN, DAY);
        assertRefused(fromHanaToDul("t7", 1), RefusalReason.BANK_REFUSED);
        books.account(HANA).orElseThrow().change(AccountStatus.OPEN, DAY);

        assertThat(make(fromHanaToDul("t5", 1)).status()).isEqualTo(TransferStatus.REFUSED);
        assertThat(balance(HANA)).isEqualTo(100_000);
        assertThat(books.entries).isEmpty();
        assertThat(bill().refusedCalls()).isEqualTo(8);
    }

    @Test
    void frozenAccountStillTakesMoneyIn() {
        books.account(DUL).orElseThrow().change(AccountStatus.FROZEN, DAY);

        assertThat(make(fromHanaToDul("t1", 1)).status()).isEqualTo(TransferStatus.COMPLETED);
    }

    @Test
    void toldToRefuseGivesItsWords() {
        Transfer refused =
                makeTransfer.make(new Command(fromHanaToDul("t1", 1), Handling.REFUSE, "점검 중 / maintenance"));

        assertThat(refused.refusal()).contains(new Refusal(RefusalReason.BANK_REFUSED, "점검 중 / maintenance"));
    }

    @Test
    void transferTakenInForLaterIsExecutedOnceWhenFinished() {
        Transfer taken = makeTransfer.make(new Command(fromHanaToDul("t1", 30_000), Handling.EXECUTE_LATER, ""));
        assertThat(taken.status()).isEqualTo(TransferStatus.IN_PROGRESS);
        assertThat(balance(HANA)).isEqualTo(100_000);

        FinishTransfer finishTransfer = new FinishTransfer(books, clock);
        FinishTransfers finishTransfers = new FinishTransfers(books, finishTransfer);
        assertThat(finishTransfers.finish()).isEqualTo(1);
        assertThat(finishTransfers.finish()).isZero();
        assertThat(finishTransfer.finish(taken).status()).isEqualTo(TransferStatus.COMPLETED);

        assertThat(balance(HANA)).isEqualTo(70_000);
        assertThat(bill().executions()).isEqualTo(1);
    }

    @Test
    void verificationDepositsOneWonOfTheBanksOwnAndCostsNothing() {
        Transfer made = make(Instruction.verification(SHINHAN, DAY, "v1", HANA.accountNumber(), "마이페이 4711"));

        assertThat(made.status()).isEqualTo(TransferStatus.COMPLETED);
        assertThat(balance(HANA)).isEqualTo(100_001);
        assertThat(books.entries).last().extracting(Entry::memo).isEqualTo("마이페이 4711");
        assertThat(bill().verifications()).isEqualTo(1);
        assertThat(bill().fees()).isEqualTo(Won.ZERO);
    }

    private Transfer make(Instruction instruction) {
        return makeTransfer.make(new Command(instruction, Handling.EXECUTE, ""));
    }

    private void assertRefused(Instruction instruction, RefusalReason reason) {
        assertThat(make(instruction).refusal().map(Refusal::reason)).contains(reason);
    }

    private long balance(AccountId id) {
        return books.account(id).orElseThrow().balance().value();
    }

    private Charge bill() {
        return books.charges.stream().reduce(Charge::plus).orElseThrow();
    }
}
