package com.mypay.settlement.application;

import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.settlement.domain.Payout;

/** What the business log tells of a payout. */
final class PayoutEvents {

    private PayoutEvents() {}

    static void tell(BusinessEvent what, Payout payout) {
        BusinessLog.event(what)
                .member(payout.franchiseId())
                .amount(payout.amount())
                .reference("payoutId", payout.id())
                .reference("cycleId", payout.cycleId())
                .detail("status", payout.status())
                .write();
    }
}
