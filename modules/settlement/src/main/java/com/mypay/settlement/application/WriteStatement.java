package com.mypay.settlement.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.settlement.application.FindSettlements.Statement;
import com.mypay.settlement.domain.Franchise;
import com.mypay.settlement.domain.Franchises;
import com.mypay.settlement.domain.Settlements.LineOfSlip;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/**
 * A franchise's whole statement of a business date: sums, payout, carry-over, and each line, read a page at a time, so
 * that memory doesn't grow with it. A franchise gets its own; others' don't exist for it.
 */
@Dependent
public class WriteStatement {

    private static final int LINES_AT_ONCE = 1_000;

    private final FindSettlements findSettlements;
    private final Franchises franchises;
    private final Transactions transactions;

    /** A document of some kind: it is told everything in this order. */
    public interface Document {

        /** @param name of the franchise; its id where it isn't known */
        void head(Statement statement, String name);

        void lines(List<LineOfSlip> lines);

        void end(Statement statement);
    }

    @Inject
    public WriteStatement(FindSettlements findSettlements, Franchises franchises, Transactions transactions) {
        this.findSettlements = findSettlements;
        this.franchises = franchises;
        this.transactions = transactions;
    }

    /** @throws RejectedException {@code SETTLEMENT_NOT_FOUND}, before the document is told anything */
    public void write(Caller caller, MemberId franchiseId, LocalDate businessDate, Document document) {
        Statement statement = findSettlements.statement(caller, franchiseId, businessDate);
        String name = transactions
                .inTransaction(() -> franchises.find(franchiseId).map(Franchise::name))
                .orElse(franchiseId.toString());
        document.head(statement, name);
        String after = "";
        List<LineOfSlip> page = lines(caller, statement, after);
        while (!page.isEmpty()) {
            document.lines(page);
            after = page.get(page.size() - 1).slip().id().value();
            page = lines(caller, statement, after);
        }
        document.end(statement);
    }

    private List<LineOfSlip> lines(Caller caller, Statement statement, String after) {
        return findSettlements
                .lines(
                        caller,
                        statement.cycle().id(),
                        statement.settlement().franchiseId(),
                        new PageRequest(after, LINES_AT_ONCE))
                .items();
    }
}
