package com.mypay.framework.log;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the business did, said where it does it, within the transaction that does it: the line becomes true with the
 * commit, and is none after a rollback.
 *
 * <pre>{@code
 * BusinessLog.event(BusinessEvent.PAYMENT_APPROVED)
 *         .member(payment.member()).amount(payment.amount()).reference("paymentId", payment.id()).write();
 * }</pre>
 */
public final class BusinessLog {

    private static final int MAX_NAME = 100;
    private static final int MAX_DETAIL = 500;

    private final BusinessEvent event;
    private final Map<String, String> references = new LinkedHashMap<>();
    private final Map<String, String> details = new LinkedHashMap<>();
    private @Nullable MemberId member;
    private @Nullable Won amount;

    private BusinessLog(BusinessEvent event) {
        this.event = event;
    }

    public static BusinessLog event(BusinessEvent event) {
        return new BusinessLog(event);
    }

    /** Whom it is about. */
    public BusinessLog member(@Nullable MemberId about) {
        member = about;
        return this;
    }

    public BusinessLog amount(@Nullable Won moved) {
        amount = moved;
        return this;
    }

    /**
     * What it is about.
     *
     * @param name {@code paymentId}
     * @param id its text is the id
     */
    public BusinessLog reference(String name, @Nullable Object id) {
        return put(references, name, id);
    }

    /**
     * What else matters.
     *
     * @param value a status, a reason, a rate, who did it; no name of a person, no account number
     */
    public BusinessLog detail(String name, @Nullable Object value) {
        return put(details, name, value);
    }

    private BusinessLog put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
        return this;
    }

    public void write() {
        LogWriter writer = LogWriter.current();
        if (writer == null) {
            return;
        }
        CallContext context = CallContext.currentOrNull();
        LogLine line =
                writer.line(writer.now(), context, LogWriter.operation(context)).text("event", event.name(), MAX_NAME);
        if (member != null) {
            line.number("memberId", member.value());
        }
        line.texts("references", references, MAX_NAME);
        if (amount != null) {
            line.number("amountWon", amount.value());
        }
        line.texts("details", details, MAX_DETAIL);
        writer.writeOnCommit(LogKind.BUSINESS, line);
    }
}
