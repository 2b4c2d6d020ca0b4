package com.mypay.remittance.adapter.out.persistence;

import com.mypay.framework.housekeeping.OpenWork;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.transaction.Transactions;
import com.mypay.remittance.domain.RemittanceStatus;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A remittance that has not ended sends its commands to money again, under their first request ids. */
@Dependent
public class OpenRemittances implements OpenWork {

    private static final String OLDEST =
            "SELECT MIN(REQUESTED_TIMESTAMP) AS REQUESTED FROM REMITTANCE WHERE STATUS IN ("
                    + Arrays.stream(RemittanceStatus.values())
                            .filter(RemittanceStatus::isOpen)
                            .map(status -> "'" + status + "'")
                            .collect(Collectors.joining(", "))
                    + ")";

    private final Jdbc jdbc;
    private final Transactions transactions;

    @Inject
    public OpenRemittances(Jdbc jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Optional<Instant> oldest() {
        return transactions.inTransaction(() ->
                jdbc.query(OLDEST, row -> Optional.ofNullable(Jdbc.instant(row, "REQUESTED"))).stream()
                        .flatMap(Optional::stream)
                        .findFirst());
    }
}
