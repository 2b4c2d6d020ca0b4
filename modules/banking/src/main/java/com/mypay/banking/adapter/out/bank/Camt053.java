package com.mypay.banking.adapter.out.bank;

import com.mypay.banking.application.port.Bank.StatementPage;
import com.mypay.banking.domain.StatementLine;
import com.mypay.banking.domain.StatementLine.Direction;
import com.mypay.framework.value.Won;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a statement as banks send it by ISO 20022: {@code camt.053}, of any version that has the elements read here. A long
 * statement comes as several messages ({@code MsgPgntn}), each of which is read by itself, in one pass, and of which nothing
 * is kept but its lines. Whether it is whole its balances tell: the first, and all entries, make the last.
 */
final class Camt053 {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.";

    private final List<StatementLine> lines = new ArrayList<>();
    private final List<Long> balances = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private boolean last = true;

    private @Nullable String reference;
    private @Nullable String transactionId;
    private @Nullable String amount;
    private @Nullable String direction;

    private Camt053() {}

    /** @throws IllegalArgumentException if it is no such message, or not a whole one, or not in won */
    static StatementPage read(String xml) {
        try {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            try {
                return new Camt053().read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("no XML", e);
        }
    }

    private StatementPage read(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (path.isEmpty()
                            && !String.valueOf(reader.getNamespaceURI()).startsWith(NAMESPACE)) {
                        throw new IllegalArgumentException("not a camt.053");
                    }
                    path.addLast(reader.getLocalName());
                    if (reader.getLocalName().equals("Amt") && !"KRW".equals(reader.getAttributeValue(null, "Ccy"))) {
                        throw new IllegalArgumentException("an amount that is not in won");
                    }
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    end(String.join("/", path), text.toString().strip());
                    path.removeLast();
                    text.setLength(0);
                }
                default -> {}
            }
        }
        return page();
    }

    private void end(String element, String text) {
        switch (element.replace("Document/BkToCstmrStmt/", "")) {
            case "GrpHdr/MsgPgntn/LastPgInd" -> last = Boolean.parseBoolean(text);
            case "Stmt/Bal/Amt", "Stmt/Ntry/Amt" -> amount = text;
            case "Stmt/Bal/CdtDbtInd", "Stmt/Ntry/CdtDbtInd" -> direction = text;
            case "Stmt/Ntry/NtryRef" -> reference = text;
            case "Stmt/Ntry/NtryDtls/TxDtls/Refs/EndToEndId" -> transactionId = text;
            case "Stmt/Bal" -> balances.add(isCredit() ? won() : -won());
            case "Stmt/Ntry" -> lines.add(line());
            default -> {
                // Nothing that is compared
            }
        }
    }

    private StatementLine line() {
        String number = reference;
        String id = transactionId;
        if (number == null || !number.matches("[0-9]{1,18}") || id == null || id.isEmpty() || id.length() > 64) {
            throw new IllegalArgumentException("an entry without a number or a reference");
        }
        StatementLine line = new StatementLine(
                Long.parseLong(number), id, isCredit() ? Direction.CREDIT : Direction.DEBIT, Won.won(won()));
        reference = null;
        transactionId = null;
        return line;
    }

    private boolean isCredit() {
        String told = String.valueOf(direction);
        direction = null;
        return switch (told) {
            case "CRDT" -> true;
            case "DBIT" -> false;
            default -> throw new IllegalArgumentException("neither credit nor debit: " + told);
        };
    }

    private long won() {
        String told = amount;
        amount = null;
        try {
            return new BigDecimal(String.valueOf(told)).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("not a whole amount: " + told, e);
        }
    }

    private StatementPage page() {
        if (balances.size() != 2) {
            throw new IllegalArgumentException("not the two balances of a page, but " + balances.size());
        }
        long sum = balances.get(0);
        for (StatementLine line : lines) {
            sum += line.direction() == Direction.CREDIT
                    ? line.amount().value()
                    : -line.amount().value();
        }
        if (sum != balances.get(1)) {
            throw new IllegalArgumentException(
                    "its entries don't make its balance: " + sum + " for " + balances.get(1));
        }
        if (!last && lines.isEmpty()) {
            throw new IllegalArgumentException("a page without entries that is not the last");
        }
        String next = last ? null : Long.toString(lines.get(lines.size() - 1).number());
        return new StatementPage(List.copyOf(lines), balances.get(1), next);
    }
}
