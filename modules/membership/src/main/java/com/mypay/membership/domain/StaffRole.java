package com.mypay.membership.domain;

import java.util.Locale;

/** What staff may do. */
public enum StaffRole {
    /** Runs the business day: contracts, terms, suspensions, jobs. */
    OPERATOR,
    /** Approves what an operator proposes; never both for one thing. */
    APPROVER,
    /** Creates staff. */
    ADMINISTRATOR;

    /** As callers carry it: {@code operator}. */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
