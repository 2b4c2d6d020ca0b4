package com.mypay.banksimulator.adapter.in.http;

import com.mypay.banksimulator.application.FindStatement;
import com.mypay.banksimulator.application.Page;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.Won;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A page of an account's statement as a message of ISO 20022, {@code camt.053.001.08}. A long statement comes as several
 * messages, as the standard has it: {@code MsgPgntn} says which one it is and whether it is the last; the next one begins
 * behind the last {@code NtryRef}. The balances are those before and behind the page's entries.
 */
final class Camt053 {

    static final String CONTENT_TYPE = "application/xml; charset=UTF-8";
    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    private final XMLStreamWriter xml;

    /** A pre-condition of a message, as the caller has asked for it. */
    record Statement(AccountId account, LocalDate date, int pageNumber, Won balanceNow, Instant at) {}

    private Camt053(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(Statement statement, Page<FindStatement.Row> page) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new Camt053(xml).write(statement, page);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a statement can't be written", e);
        }
        return text.toString();
    }

    private void write(Statement statement, Page<FindStatement.Row> page) throws XMLStreamException {
        String id = statement.account().bankCode().value() + "-" + statement.date() + "-" + statement.pageNumber();
        String created = statement.at().truncatedTo(ChronoUnit.SECONDS).toString();
        boolean last = page.nextCursor().isEmpty();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        open("BkToCstmrStmt");
        open("GrpHdr");
        text("MsgId", id);
        text("CreDtTm", created);
        open("MsgPgntn");
        text("PgNb", Integer.toString(statement.pageNumber()));
        text("LastPgInd", Boolean.toString(last));
        close();
        close();
        open("Stmt");
        text("Id", id);
        text("CreDtTm", created);
        account(statement.account());
        List<FindStatement.Row> rows = page.rows();
        long now = statement.balanceNow().value();
        long before = rows.isEmpty() ? now : rows.get(0).balanceAfterWon() - signed(rows.get(0));
        balance(statement.pageNumber() == 1 ? "OPBD" : "ITBD", before, statement.date());
        // By its own entries: one that came late stands among those of its date, and not where it was booked
        long behind = before + rows.stream().mapToLong(Camt053::signed).sum();
        balance(last ? "CLBD" : "ITBD", behind, statement.date());
        for (FindStatement.Row row : rows) {
            entry(row, statement.date());
        }
        close();
        close();
        close();
        xml.writeEndDocument();
    }

    private static long signed(FindStatement.Row row) {
        return row.direction().equals("CREDIT") ? row.amountWon() : -row.amountWon();
    }

    private void account(AccountId account) throws XMLStreamException {
        open("Acct");
        open("Id");
        other(account.accountNumber().value());
        close();
        text("Ccy", "KRW");
        open("Svcr");
        open("FinInstnId");
        other(account.bankCode().value());
        close();
        close();
        close();
    }

    private void balance(String code, long won, LocalDate date) throws XMLStreamException {
        open("Bal");
        open("Tp");
        open("CdOrPrtry");
        text("Cd", code);
        close();
        close();
        amount(Math.abs(won));
        text("CdtDbtInd", won < 0 ? "DBIT" : "CRDT");
        open("Dt");
        text("Dt", date.toString());
        close();
        close();
    }

    private void entry(FindStatement.Row row, LocalDate date) throws XMLStreamException {
        open("Ntry");
        text("NtryRef", Long.toString(row.sequence()));
        amount(row.amountWon());
        text("CdtDbtInd", row.direction().equals("CREDIT") ? "CRDT" : "DBIT");
        open("Sts");
        text("Cd", "BOOK");
        close();
        open("BookgDt");
        text("DtTm", row.at().toString());
        close();
        open("ValDt");
        text("Dt", date.toString());
        close();
        open("BkTxCd");
        open("Prtry");
        text("Cd", "TRANSFER");
        close();
        close();
        open("NtryDtls");
        open("TxDtls");
        open("Refs");
        text("EndToEndId", row.transactionId());
        close();
        close();
        close();
        close();
    }

    private void amount(long won) throws XMLStreamException {
        xml.writeStartElement("Amt");
        xml.writeAttribute("Ccy", "KRW");
        xml.writeCharacters(Long.toString(won));
        xml.writeEndElement();
    }

    private void other(String id) throws XMLStreamException {
        open("Othr");
        text("Id", id);
        close();
    }

    private void open(String name) throws XMLStreamException {
        xml.writeStartElement(name);
    }

    private void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }
}
