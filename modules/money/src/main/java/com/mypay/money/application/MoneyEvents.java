package com.mypay.money.application;

import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.Hold;
import com.mypay.money.domain.Posting;

/** What the business log tells of balances. */
final class MoneyEvents {

    private MoneyEvents() {}

    /** Each balance that an entry changes. */
    static Entry changed(Entry entry) {
        for (Posting posting : entry.postings()) {
            if (posting.changing() != null) {
                BusinessLog.event(BusinessEvent.MONEY_CHANGED)
                        .member(posting.changingId().member())
                        .amount(posting.amount())
                        .reference("moneyChangingId", posting.changingId())
                        .reference("reference", entry.reference())
                        .detail("cause", entry.cause())
                        .write();
            }
        }
        return entry;
    }

    static void tell(BusinessEvent what, Hold hold) {
        BusinessLog.event(what)
                .member(hold.member())
                .amount(hold.amount())
                .reference("holdId", hold.id())
                .reference("remittanceId", hold.reference())
                .write();
    }

    static void requested(Charge charge) {
        BusinessLog.event(BusinessEvent.CHARGE_REQUESTED)
                .member(charge.member())
                .amount(charge.amount())
                .reference("chargeId", charge.id())
                .reference("remittanceId", charge.remittanceId())
                .detail("kind", charge.kind())
                .write();
    }

    static void ended(Charge charge) {
        BusinessLog.event(BusinessEvent.CHARGE_ENDED)
                .member(charge.member())
                .amount(charge.amount())
                .reference("chargeId", charge.id())
                .reference("remittanceId", charge.remittanceId())
                .detail("status", charge.status())
                .detail("reasonCode", charge.reasonCode())
                .write();
    }
}
