package com.mypay.remittance.application.port;

import com.mypay.remittance.domain.PayeeKind;
import com.mypay.remittance.domain.RemittanceStatus;

/** What the operator's monitoring wants to know; told after the commit. */
public interface Figures {

    void accepted(PayeeKind payee);

    /** @param outcome how it ended, or {@code IN_DOUBT} */
    void reached(PayeeKind payee, RemittanceStatus outcome);

    /** A step's command was sent again because there was no answer. */
    void askedAgain();

    /**
     * An answer that nobody waits for.
     *
     * @param why {@code LATE}, {@code UNEXPECTED} or {@code UNKNOWN}
     */
    void ignored(String why);
}
