package com.mypay.remittance.fake;

import com.mypay.remittance.application.port.Figures;
import com.mypay.remittance.domain.PayeeKind;
import com.mypay.remittance.domain.RemittanceStatus;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** {@link Figures} that a test can read: {@code accepted}, {@code SUCCEEDED}, {@code ignored LATE} … */
public final class CountedFigures implements Figures {

    private final Map<String, Long> counts = new ConcurrentSkipListMap<>();

    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    @Override
    public void accepted(PayeeKind payee) {
        count1("accepted");
    }

    @Override
    public void reached(PayeeKind payee, RemittanceStatus outcome) {
        count1(outcome.name());
    }

    @Override
    public void askedAgain() {
        count1("asked again");
    }

    @Override
    public void ignored(String why) {
        count1("ignored " + why);
    }

    private void count1(String name) {
        counts.merge(name, 1L, Long::sum);
    }
}
