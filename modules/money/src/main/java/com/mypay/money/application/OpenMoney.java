package com.mypay.money.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.money.application.port.Memberships;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberProfiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * Members get their money row when their first event arrives; a command may be faster than the event. Then membership
 * is asked, the row is opened, and the work that missed it is done again.
 */
@ApplicationScoped
public class OpenMoney {

    private final Memberships memberships;
    private final MemberProfiles profiles;
    private final MemberMoneys memberMoneys;
    private final Transactions transactions;
    private final Occasions occasions;

    @Inject
    public OpenMoney(
            Memberships memberships,
            MemberProfiles profiles,
            MemberMoneys memberMoneys,
            Transactions transactions,
            Occasions occasions) {
        this.memberships = memberships;
        this.profiles = profiles;
        this.memberMoneys = memberMoneys;
        this.transactions = transactions;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected OpenMoney() {
        this(null, null, null, null, null);
    }

    /** @param work of one member; brackets its own transaction */
    public <T> T whereMissing(Supplier<T> work) {
        try {
            return work.get();
        } catch (MoneyNotOpenedException missing) {
            open(missing.member());
            return work.get();
        }
    }

    private void open(MemberId member) {
        MemberProfile.News news = memberships
                .find(member)
                .orElseThrow(() -> new RejectedException(MoneyProblem.MEMBER_NOT_FOUND, "member " + member));
        transactions.inTransaction(() -> {
            if (profiles.lock(member).isEmpty()) {
                profiles.add(MemberProfile.learned(news));
            }
            memberMoneys.open(MemberMoney.opened(member), occasions.now());
        });
    }
}
