package com.mypay.banksimulator.domain;

import com.mypay.banksimulator.domain.Behaviour.Scope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How each bank is told to behave. Not kept: after a restart every bank is normal. */
public final class Behaviours {
    private static final BehaviourPlan NORMAL = new BehaviourPlan(Behaviour.NORMAL);
    private final Map<BankCode, BehaviourPlan> plans = new ConcurrentHashMap<>();

    public void tell(BankCode bankCode, Behaviour behaviour) {
        plans.put(bankCode, new BehaviourPlan(behaviour));
    }

    /** The behaviour towards one call that has just come; it is used up by that. */
    public Behaviour next(BankCode bankCode, Scope call) {
        return of(bankCode).next(call);
    }

    public BehaviourPlan of(BankCode bankCode) {
        return plans.getOrDefault(bankCode, NORMAL);
    }
}
