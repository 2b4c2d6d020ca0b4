package com.mypay.banksimulator;

import com.mypay.banksimulator.domain.Account;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.Bank;
import com.mypay.banksimulator.domain.BankCode;
import com.mypay.banksimulator.domain.Instruction;
import com.mypay.banksimulator.domain.TaxStatus;
import com.mypay.banksimulator.domain.TransferId;
import com.mypay.banksimulator.domain.Won;
import java.time.Instant;
import java.time.LocalDate;

/** Banks, people and transfers that tests speak of. */
public final class Examples {
    public static final BankCode SHINHAN = new BankCode("088");
    public static final BankCode KOOKMIN = new BankCode("004");
    public static final AccountId HANA = AccountId.of("088", "110123456789");
    public static final AccountId DUL = AccountId.of("004", "00412345678");
    public static final LocalDate DAY = LocalDate.of(2011, 12, 5);
    public static final Instant NOON = Instant.parse("2011-12-05T03:00:00Z");

    private Examples() {}

    public static Bank bank(BankCode code, long transferLimitWon) {
        return new Bank(code, "은행" + code, "Bank " + code, Won.won(400), Won.won(transferLimitWon));
    }

    public static Account account(AccountId id, long balanceWon) {
        return Account.opened(id, "홍길동", TaxStatus.TAXABLE, DAY, Won.won(balanceWon));
    }

    public static Instruction fromHanaToDul(String transactionId, long amountWon) {
        return Instruction.transfer(
                new TransferId(SHINHAN, DAY, transactionId), HANA, DUL, Won.won(amountWon), "마이머니 충전");
    }
}
