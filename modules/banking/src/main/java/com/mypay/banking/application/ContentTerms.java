package com.mypay.banking.application;

import com.mypay.banking.domain.ContractTerms;
import com.mypay.banking.domain.Purpose;
import java.util.List;

/** Terms in a form whose text is the same for the same terms: a set's order isn't. */
record ContentTerms(ContractTerms terms, List<Purpose> purposes) {

    static ContentTerms of(ContractTerms terms) {
        return new ContentTerms(terms, terms.purposes().stream().sorted().toList());
    }

    @Override
    public String toString() {
        return String.join(
                "|",
                terms.bankName(),
                terms.inForceFrom().toString(),
                terms.inForceTo().toString(),
                Long.toString(terms.feePerCall().value()),
                Long.toString(terms.perTransferLimit().value()),
                Long.toString(terms.dailyLimit().value()),
                String.valueOf(terms.maintenance()),
                purposes.toString(),
                String.valueOf(terms.callsPerSecond()));
    }
}
