package com.mypay.money.application;

import com.mypay.framework.value.MemberId;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Locks the money of the members that a command moves, always in the order of their ids: so nobody waits in a circle. */
@ApplicationScoped
public class LockMoney {

    private final MemberMoneys memberMoneys;
    private final Occasions occasions;

    @Inject
    public LockMoney(MemberMoneys memberMoneys, Occasions occasions) {
        this.memberMoneys = memberMoneys;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected LockMoney() {
        this(null, null);
    }

    /** @throws MoneyNotOpenedException if there is none yet */
    public MemberMoney lock(MemberId member) {
        return memberMoneys.lock(member).orElseThrow(() -> new MoneyNotOpenedException(member));
    }

    /**
     * For commands by message, whose sender has made sure that the member exists: one whose event is still on its way
     * gets its row here, because nobody is asked from within a message's transaction.
     */
    MemberMoney lockOrOpen(MemberId member) {
        return memberMoneys.lock(member).orElseGet(() -> opened(member));
    }

    /** The money of two members, each as it is locked. */
    record Both(MemberMoney from, MemberMoney to) {}

    /** As {@link #lockOrOpen}, by one statement where both are there, as nearly always. */
    Both lockOrOpenBoth(MemberId from, MemberId to) {
        Map<MemberId, MemberMoney> locked = memberMoneys.lockBoth(from, to).stream()
                .collect(Collectors.toMap(MemberMoney::member, Function.identity()));
        return new Both(locked.computeIfAbsent(from, this::opened), locked.computeIfAbsent(to, this::opened));
    }

    private MemberMoney opened(MemberId member) {
        memberMoneys.open(MemberMoney.opened(member), occasions.now());
        return memberMoneys.lock(member).orElseThrow();
    }
}
