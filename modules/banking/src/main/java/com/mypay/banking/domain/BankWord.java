package com.mypay.banking.domain;

/** What a bank says about an instruction, to be compared with what staff has said. */
public enum BankWord {
    /** It has moved the money. */
    COMPLETED,
    /** It has not and will not. */
    REFUSED,
    /** It has the instruction and may still move the money. */
    IN_PROGRESS,
    /** It knows nothing of it. */
    NOT_RECEIVED;

    /** @param decision by staff: {@code COMPLETED} or {@code REFUSED} */
    public boolean contradicts(FirmbankingStatus decision) {
        boolean goesWithCompleted = this == COMPLETED || this == IN_PROGRESS;
        return goesWithCompleted != (decision == FirmbankingStatus.COMPLETED);
    }
}
