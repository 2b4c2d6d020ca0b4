package com.mypay.banking.adapter.out.bank;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.banking.application.port.Bank.StatementPage;
import com.mypay.banking.domain.StatementLine;
import com.mypay.banking.domain.StatementLine.Direction;
import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.BankToCustomerStatementV08;
import com.prowidesoftware.swift.model.mx.dic.CashBalance8;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.EntryDetails9;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader81;
import com.prowidesoftware.swift.model.mx.dic.Pagination1;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences6;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages as a library that knows the standard writes them. */
class Camt053Test {

    private final AccountStatement9 statement = new AccountStatement9().setId("S-1");
    private final Pagination1 pagination = new Pagination1().setPgNb("1").setLastPgInd(false);
    private String currency = "KRW";

    private static ActiveOrHistoricCurrencyAndAmount amount(String won, String currency) {
        return new ActiveOrHistoricCurrencyAndAmount()
                .setValue(new BigDecimal(won))
                .setCcy(currency);
    }

    private void balance(String won, CreditDebitCode side) {
        statement.addBal(new CashBalance8().setAmt(amount(won, currency)).setCdtDbtInd(side));
    }

    private void entry(String number, String won, CreditDebitCode side, String transactionId) {
        statement.addNtry(new ReportEntry10()
                .setNtryRef(number)
                .setAmt(amount(won, currency))
                .setCdtDbtInd(side)
                .addNtryDtls(new EntryDetails9()
                        .addTxDtls(new EntryTransaction10()
                                .setAmt(amount(won, currency))
                                .setRefs(new TransactionReferences6().setEndToEndId(transactionId)))));
    }

    private StatementPage read() {
        return Camt053.read(message());
    }

    private String message() {
        return new MxCamt05300108()
                .setBkToCstmrStmt(new BankToCustomerStatementV08()
                        .setGrpHdr(new GroupHeader81().setMsgId("M-1").setMsgPgntn(pagination))
                        .addStmt(statement))
                .document();
    }

    private void twoEntries() {
        balance("1000", CreditDebitCode.CRDT);
        entry("7", "500.00", CreditDebitCode.CRDT, "in-1");
        entry("9", "2000", CreditDebitCode.DBIT, "out-1");
        balance("500", CreditDebitCode.DBIT);
    }

    @Test
    void itsEntriesAreLinesAndTheNextPageBeginsBehindThem() {
        twoEntries();
        assertThat(read().lines())
                .containsExactly(
                        new StatementLine(7, "in-1", Direction.CREDIT, won(500)),
                        new StatementLine(9, "out-1", Direction.DEBIT, won(2_000)));
        assertThat(read().closingWon()).isEqualTo(-500);
        assertThat(read().nextCursor()).isEqualTo("9");
    }

    @Test
    void theLastPageHasNoneBehindIt() {
        twoEntries();
        pagination.setLastPgInd(true);
        assertThat(read().nextCursor()).isNull();
    }

    @Test
    void aDayWithoutEntriesIsAStatement() {
        pagination.setLastPgInd(true);
        balance("1000", CreditDebitCode.CRDT);
        balance("1000", CreditDebitCode.CRDT);
        assertThat(read()).isEqualTo(new StatementPage(List.of(), 1_000, null));
    }

    @Test
    void entriesThatDoNotMakeTheBalanceAreRefused() {
        balance("1000", CreditDebitCode.CRDT);
        entry("7", "500", CreditDebitCode.CRDT, "in-1");
        balance("1499", CreditDebitCode.CRDT);
        assertRefused(text -> text, "balance");
    }

    @Test
    void anotherCurrencyIsRefused() {
        currency = "USD";
        twoEntries();
        assertRefused(text -> text, "won");
    }

    @Test
    void aPageWithoutEntriesThatIsNotTheLastIsRefused() {
        balance("1000", CreditDebitCode.CRDT);
        balance("1000", CreditDebitCode.CRDT);
        assertRefused(text -> text, "not the last");
    }

    @ParameterizedTest
    @CsvSource({
        "camt.053.001.08, camt.054.001.08",
        "in-1, ''",
        ">7<, >x<",
        "500.00, 500.50",
        "500.00, much",
        "CRDT, CRED",
    })
    void whatIsNoSuchMessageIsRefused(String part, String instead) {
        twoEntries();
        assertRefused(text -> text.replace(part, instead), "");
    }

    @Test
    void aMessageThatIsCutOffOrNoXmlIsRefused() {
        twoEntries();
        assertRefused(text -> text.substring(0, text.length() / 2), "");
        assertRefused(text -> "{}", "");
        assertRefused(text -> "", "");
    }

    private void assertRefused(UnaryOperator<String> change, String why) {
        String changed = change.apply(message());
        assertThatThrownBy(() -> Camt053.read(changed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
