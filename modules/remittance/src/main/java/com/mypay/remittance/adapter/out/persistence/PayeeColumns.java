package com.mypay.remittance.adapter.out.persistence;

import com.mypay.framework.value.MemberId;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.Payee.Account;
import com.mypay.remittance.domain.PayeeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payee as it stands in the tables: the same seven columns in each. */
final class PayeeColumns {

    static final String NAMES =
            "PAYEE_KIND, PAYEE_MEMBER_ID, PAYEE_ACCOUNT_ID, PAYEE_NAME, BANK_CODE, BANK_NAME, MASKED_NUMBER";

    private PayeeColumns() {}

    /** In the order of {@link #NAMES}. */
    static List<@Nullable Object> valuesOf(Payee payee) {
        Account account = payee.account();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(payee.kind());
        values.add(payee.memberId() == null ? null : payee.memberId().value());
        values.add(account == null ? null : account.id());
        values.add(payee.name());
        values.add(account == null ? null : account.bankCode());
        values.add(account == null ? null : account.bankName());
        values.add(account == null ? null : account.maskedNumber());
        return values;
    }

    static Payee read(ResultSet row) throws SQLException {
        String name = row.getString("PAYEE_NAME");
        return switch (PayeeKind.valueOf(row.getString("PAYEE_KIND"))) {
            case MEMBER -> Payee.member(new MemberId(row.getLong("PAYEE_MEMBER_ID")), name);
            case ACCOUNT ->
                Payee.account(
                        new Account(
                                row.getString("PAYEE_ACCOUNT_ID"),
                                row.getString("BANK_CODE"),
                                row.getString("BANK_NAME"),
                                row.getString("MASKED_NUMBER")),
                        name);
        };
    }
}
