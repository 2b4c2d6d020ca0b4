package com.mypay.payment.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.MemberId;
import com.mypay.payment.domain.Partner;
import com.mypay.payment.domain.PartnerKind;
import com.mypay.payment.domain.PartnerStatus;
import com.mypay.payment.domain.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** {@link Partners} in {@code PARTNER}, by plain SQL: both sides of a payment are one statement. */
@ApplicationScoped
public class JdbcPartners implements Partners {

    private static final String FIND =
            "SELECT MEMBER_ID, KIND, STATUS, SOURCE_VERSION FROM PARTNER WHERE MEMBER_ID IN (";
    private static final String FOLLOW =
            "UPDATE PARTNER SET STATUS = ?, SOURCE_VERSION = ? WHERE MEMBER_ID = ? AND SOURCE_VERSION < ?";
    private static final String ADD = "INSERT INTO PARTNER (MEMBER_ID, KIND, STATUS, SOURCE_VERSION)"
            + " SELECT CAST(? AS NUMBER(18)), CAST(? AS VARCHAR2(10)), CAST(? AS VARCHAR2(10)), CAST(? AS NUMBER(18))"
            + " FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM PARTNER WHERE MEMBER_ID = ?)";

    private final Jdbc jdbc;

    @Inject
    public JdbcPartners(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcPartners() {
        this(null);
    }

    @Override
    public List<Partner> find(Collection<MemberId> ids) {
        return jdbc.query(
                FIND + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")",
                row -> new Partner(
                        new MemberId(row.getLong("MEMBER_ID")),
                        PartnerKind.valueOf(row.getString("KIND")),
                        PartnerStatus.valueOf(row.getString("STATUS")),
                        row.getLong("SOURCE_VERSION")),
                ids.stream().map(MemberId::value).toArray());
    }

    /** Two that tell of a new member at once end in the primary key, and the loser is repeated. */
    @Override
    public void follow(Partner partner) {
        long id = partner.id().value();
        int changed = jdbc.update(FOLLOW, partner.status(), partner.sourceVersion(), id, partner.sourceVersion());
        if (changed == 0) {
            jdbc.update(ADD, id, partner.kind(), partner.status(), partner.sourceVersion(), id);
        }
    }
}
