package com.mypay.remittance.application;

import com.mypay.remittance.application.port.Banking;
import com.mypay.remittance.application.port.Banking.TransferableBank;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Where remittances can go today. */
@ApplicationScoped
public class FindTransferableBanks {

    private final Banking banking;

    @Inject
    public FindTransferableBanks(Banking banking) {
        this.banking = banking;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindTransferableBanks() {
        this(null);
    }

    public List<TransferableBank> today() {
        return banking.transferableBanks();
    }
}
