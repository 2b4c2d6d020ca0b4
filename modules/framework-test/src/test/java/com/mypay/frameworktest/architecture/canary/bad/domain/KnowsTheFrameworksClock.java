package com.mypay.frameworktest.architecture.canary.bad.domain;

import com.mypay.framework.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;

/** Canary: a domain class asks more than values and problems. */
class KnowsTheFrameworksClock {
    LocalDate day(Instant at) {
        return BusinessClock.businessDate(at);
    }
}
