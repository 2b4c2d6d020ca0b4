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

import com.mypay.banksimulator.domain.Account;
import com.mypay.banksimulator.domain.AccountStatus;
import com.mypay.banksimulator.domain.Bank;
import com.mypay.banksimulator.domain.Books;
import com.mypay.banksimulator.domain.Transfer;
import com.mypay.banksimulator.domain.TransferStatus;
import com.mypay.banksimulator.domain.Won;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every ledger with its books does; held by the stored one and by the one of the use cases' tests. */
public abstract class BooksContract {
    protected abstract Ledger ledger();

    @Test
    void keepsBanksAndReplacesThem() {
        write(books -> {
            books.save(bank(SHINHAN, 1));
            books.save(bank(KOOKMIN, 2));
            books.save(bank(SHINHAN, 3));
        });

        assertThat(ledger().<List<Bank>>inOrder(Books::banks)).containsExactly(bank(KOOKMIN, 2), bank(SHINHAN, 3));
    }

    @Test
    void keepsAccountsWithAllTheirFacts() {
        write(books -> books.open(account(HANA, 5)));
        write(books -> {
            Account account = books.account(HANA).orElseThrow();
            account.change(AccountStatus.CLOSED, DAY);
            books.save(account);
        });

        Account kept = ledger().inOrder(books -> books.account(HANA)).orElseThrow();
        assertThat(kept).usingRecursiveComparison().isEqualTo(closed(account(HANA, 5)));
        Optional<Account> nobody = ledger().inOrder(books -> books.account(DUL));
        assertThat(nobody).isEmpty();
    }

    @Test
    void accountCanNotBeOpenedTwice() {
        write(books -> books.open(account(HANA, 5)));

        assertThatThrownBy(() -> write(books -> books.open(account(HANA, 6))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsTransfersInProgressInTheirOrderAndTheirEnd() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        write(books -> {
            books.save(bank(SHINHAN, 1_000));
            books.save(bank(KOOKMIN, 1_000));
            books.open(account(HANA, 15));
            books.open(account(DUL, 0));
            for (String id : new String[] {"b", "a"}) {
                books.add(Transfer.received(fromHanaToDul(id, 10), books.nextTransferNumber(), NOON));
            }
        });
        assertThat(ledger().inOrder(Books::transfersInProgress))
                .extracting(open -> open.id().transactionId())
                .containsExactly("b", "a");

        new FinishTransfers(ledger(), new FinishTransfer(ledger(), clock)).finish();

        Transfer first = find("b");
        assertThat(first.status()).isEqualTo(TransferStatus.COMPLETED);
        assertThat(first.completedAt()).contains(NOON);
        assertThat(first.bookingNumber()).isPositive();
        assertThat(first.instruction()).isEqualTo(fromHanaToDul("b", 10));
        Transfer second = find("a");
        assertThat(second.status()).isEqualTo(TransferStatus.REFUSED);
        assertThat(second.refusal()).isPresent();
        assertThat(second.bookingNumber()).isEqualTo(Transfer.NOT_BOOKED);
        Account dul = ledger().inOrder(books -> books.account(DUL)).orElseThrow();
        assertThat(dul.balance()).isEqualTo(Won.won(10));
    }

    @Test
    void transferCanNotBeAddedTwice() {
        write(books -> books.add(Transfer.received(fromHanaToDul("a", 10), 1, NOON)));

        assertThatThrownBy(() -> write(books -> books.add(Transfer.received(fromHanaToDul("a", 10), 2, NOON))))
                .isInstanceOf(IllegalStateException.class);
    }

    private Transfer find(String id) {
        return ledger().inOrder(books -> books.transfer(fromHanaToDul(id, 10).id()))
                .orElseThrow();
    }

    private static Account closed(Account account) {
        account.change(AccountStatus.CLOSED, DAY);
        return account;
    }

    protected void write(Consumer<Books> work) {
        ledger().inOrder(books -> {
            work.accept(books);
            return true;
        });
    }
}
