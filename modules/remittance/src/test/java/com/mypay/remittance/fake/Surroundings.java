package com.mypay.remittance.fake;

import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.remittance.application.port.Banking;
import com.mypay.remittance.application.port.Figures;
import com.mypay.remittance.application.port.Memberships;
import java.time.Clock;

/** What the use cases stand on beside their own tables. */
public record Surroundings(
        Transactions transactions,
        Requests requests,
        Outbox outbox,
        Clock clock,
        Clock realTime,
        Ids ids,
        Memberships memberships,
        Banking banking,
        Figures figures) {}
