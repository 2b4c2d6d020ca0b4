package com.mypay.money.adapter.out.persistence;

import static com.mypay.framework.value.Won.won;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.MemberId;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link MemberMoneys} in {@code MEMBER_MONEY}, by plain SQL: see {@link MemberMoney} for the reason. */
@ApplicationScoped
public class JdbcMemberMoneys implements MemberMoneys {

    private static final String FIND = "SELECT BALANCE_WON, HELD_WON, CHANGINGS FROM MEMBER_MONEY WHERE MEMBER_ID = ?";
    private static final String LOCK = FIND + " FOR UPDATE WAIT 5";
    /** In one round trip. The rows are read, and so locked, by the primary key in its order. */
    private static final String LOCK_BOTH = "SELECT MEMBER_ID, BALANCE_WON, HELD_WON, CHANGINGS FROM MEMBER_MONEY"
            + " WHERE MEMBER_ID IN (?, ?) ORDER BY MEMBER_ID FOR UPDATE WAIT 5";

    private static final String OPEN = "INSERT INTO MEMBER_MONEY (MEMBER_ID, BALANCE_WON, HELD_WON, CHANGINGS,"
            + " OPENED_AT) SELECT CAST(? AS NUMBER(18)), 0, 0, 0, CAST(? AS TIMESTAMP(6)) FROM DUAL"
            + " WHERE NOT EXISTS (SELECT 1 FROM MEMBER_MONEY WHERE MEMBER_ID = ?)";
    private static final String CHANGE =
            "UPDATE MEMBER_MONEY SET BALANCE_WON = ?, HELD_WON = ?, CHANGINGS = ? WHERE MEMBER_ID = ?";
    private static final String TOTAL = "SELECT COUNT(*) AS MEMBERS, COALESCE(SUM(M.BALANCE_WON), 0) AS TOTAL_WON"
            + " FROM MEMBER_PROFILE P JOIN MEMBER_MONEY M ON M.MEMBER_ID = P.MEMBER_ID WHERE P.KIND = 'PERSONAL'";

    private final Jdbc jdbc;

    @Inject
    public JdbcMemberMoneys(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcMemberMoneys() {
        this(null);
    }

    @Override
    public Optional<MemberMoney> lock(MemberId member) {
        return read(LOCK, member);
    }

    @Override
    public List<MemberMoney> lockBoth(MemberId one, MemberId other) {
        return jdbc.query(
                LOCK_BOTH, row -> read(new MemberId(row.getLong("MEMBER_ID")), row), one.value(), other.value());
    }

    @Override
    public Optional<MemberMoney> find(MemberId member) {
        return read(FIND, member);
    }

    @Override
    public void open(MemberMoney money, Occasion occasion) {
        long member = money.member().value();
        jdbc.update(OPEN, member, occasion.at(), member);
    }

    @Override
    public void changed(MemberMoney... moneys) {
        List<@Nullable Object[]> rows = new ArrayList<>(moneys.length);
        for (MemberMoney money : moneys) {
            rows.add(new @Nullable Object[] {
                money.balance().value(),
                money.held().value(),
                money.changings(),
                money.member().value()
            });
        }
        if (jdbc.batch(CHANGE, rows) != moneys.length) {
            throw new IllegalStateException("no money row of one of these members");
        }
    }

    @Override
    public MoneyTotal totalOf(@Nullable String province, @Nullable String district) {
        StringBuilder sql = new StringBuilder(TOTAL);
        List<Object> parameters = new ArrayList<>();
        if (province != null) {
            sql.append(" AND P.PROVINCE = ?");
            parameters.add(province);
        }
        if (district != null) {
            sql.append(" AND P.DISTRICT = ?");
            parameters.add(district);
        }
        return jdbc.queryOne(
                        sql.toString(),
                        row -> new MoneyTotal(row.getLong("MEMBERS"), won(row.getLong("TOTAL_WON"))),
                        parameters.toArray())
                .orElseThrow();
    }

    private Optional<MemberMoney> read(String sql, MemberId member) {
        return jdbc.queryOne(sql, row -> read(member, row), member.value());
    }

    private static MemberMoney read(MemberId member, ResultSet row) throws SQLException {
        return MemberMoney.stored(
                member, won(row.getLong("BALANCE_WON")), won(row.getLong("HELD_WON")), row.getLong("CHANGINGS"));
    }
}
