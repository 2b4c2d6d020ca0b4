package com.mypay.money.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All members' money. */
public interface MemberMoneys {

    /** Locks the row until the end of the transaction, waiting 5 s at most. */
    Optional<MemberMoney> lock(MemberId member);

    /** Those of two members that are there, locked one after the other in the order of their ids. */
    List<MemberMoney> lockBoth(MemberId one, MemberId other);

    Optional<MemberMoney> find(MemberId member);

    /** Does nothing if it is there already. */
    void open(MemberMoney money, Occasion occasion);

    /** Stores rows that were locked in this transaction. */
    void changed(MemberMoney... moneys);

    /** What the customers (members of kind {@code PERSONAL}) of a district, of a province or of all have together. */
    MoneyTotal totalOf(@Nullable String province, @Nullable String district);

    /** @param members how many customers */
    record MoneyTotal(long members, Won total) {}
}
