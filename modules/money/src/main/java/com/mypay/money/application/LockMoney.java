package com.mypay.money.application;

import com.mypay.framework.value.MemberId;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** What was locked, by member. */
    public record Locked(Map<MemberId, MemberMoney> moneys) {

        public MemberMoney of(MemberId member) {
            MemberMoney money = moneys.get(member);
            if (money == null) {
                throw new IllegalStateException("member " + member + "'s money isn't locked");
            }
            return money;
        }
    }

    public Locked lock(Set<MemberId> members) {
        Map<MemberId, MemberMoney> moneys = new TreeMap<>();
        for (MemberId member : new TreeSet<>(members)) {
            moneys.put(member, memberMoneys.lock(member).orElseThrow(() -> new MoneyNotOpenedException(member)));
        }
        return new Locked(moneys);
    }

    /**
     * For commands by message, whose sender has made sure that the members exist: a member whose event is still on its
     * way gets its row here, because nobody is asked from within a message's transaction.
     */
    Locked lockOrOpen(Set<MemberId> members) {
        Map<MemberId, MemberMoney> moneys = new TreeMap<>();
        for (MemberId member : new TreeSet<>(members)) {
            moneys.put(member, memberMoneys.lock(member).orElseGet(() -> opened(member)));
        }
        return new Locked(moneys);
    }

    private MemberMoney opened(MemberId member) {
        memberMoneys.open(MemberMoney.opened(member), occasions.now());
        return memberMoneys.lock(member).orElseThrow();
    }
}
