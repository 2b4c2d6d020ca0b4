package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.ImportId;
import com.mypay.settlement.domain.PaymentId;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipId;
import com.mypay.settlement.domain.SlipKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link Slip} as a row. */
final class SqlSlips {

    static final String COLUMNS = "S.SLIP_ID, S.KIND, S.PAYMENT_ID, S.FRANCHISE_ID, S.MEMBER_ID, S.AMOUNT_WON,"
            + " S.REMAINING_BEFORE_WON, S.COMMISSION_BASIS_POINTS, S.APPROVED_AT, S.BUSINESS_DATE";

    /** With {@link #values}. */
    static final String INSERT = "INSERT INTO SLIP (SLIP_ID, KIND, PAYMENT_ID, FRANCHISE_ID, MEMBER_ID, AMOUNT_WON,"
            + " REMAINING_BEFORE_WON, COMMISSION_BASIS_POINTS, APPROVED_AT, BUSINESS_DATE, RECEIVED_AT, GUID, IMPORT_ID)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private SqlSlips() {}

    /** @param importId {@code null} for one that came by message */
    static @Nullable Object[] values(Slip slip, Instant receivedAt, @Nullable ImportId importId) {
        return new @Nullable Object[] {
            slip.id().value(),
            slip.kind().name(),
            slip.paymentId().value(),
            slip.franchiseId().value(),
            slip.memberId().value(),
            slip.amount().value(),
            slip.remainingBefore().value(),
            slip.commissionRate().value(),
            slip.approvedAt(),
            slip.businessDate(),
            receivedAt,
            CallContext.current().guid().value(),
            importId == null ? null : importId.value()
        };
    }

    static Slip read(ResultSet row) throws SQLException {
        return new Slip(
                new SlipId(row.getString("SLIP_ID")),
                SlipKind.valueOf(row.getString("KIND")),
                new PaymentId(row.getString("PAYMENT_ID")),
                new MemberId(row.getLong("FRANCHISE_ID")),
                new MemberId(row.getLong("MEMBER_ID")),
                Won.won(row.getLong("AMOUNT_WON")),
                Won.won(row.getLong("REMAINING_BEFORE_WON")),
                BasisPoints.basisPoints(row.getInt("COMMISSION_BASIS_POINTS")),
                Objects.requireNonNull(Jdbc.instant(row, "APPROVED_AT")),
                Objects.requireNonNull(Jdbc.day(row, "BUSINESS_DATE")));
    }
}
