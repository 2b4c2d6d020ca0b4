package com.mypay.banking.application;

import static com.mypay.banking.application.BankingHouse.WOORI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.frameworktest.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WaitingOnDatabaseTest extends WaitingTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("BANKING");

    private static final int THREADS = 8;

    @Override
    BankingHouse newHouse() {
        DATABASE.reset();
        return BankingHouse.on(DATABASE);
    }

    @Test
    void severalServersAtOnceSendWhatHasWaitedOnce() {
        house.modify(WOORI, maintained("11:30", "12:10"));
        List<Firmbanking> payouts = IntStream.range(0, 10)
                .mapToObj(i -> house.takeFirmbankingOrder.take(house.payout(1_000)))
                .toList();
        house.clock.setInSeoul("2011-12-05T12:10");

        // Each of them sends all that was due
        house.sendWaitingFirmbankings.send(sendings -> call.atOnce(THREADS, () -> {
            sendings.forEach(Runnable::run);
            return sendings.size();
        }));

        assertThat(house.bank.received()).hasSize(10);
        assertThat(payouts)
                .allSatisfy(each -> assertThat(house.reread(each).status()).isEqualTo(FirmbankingStatus.COMPLETED));
        assertThat(house.results()).hasSize(10);
    }

    @Test
    void everyTurnIsTakenOnceByWhoeverComesAtOnce() {
        Instant now = house.realTime.instant();
        List<Instant> turns = call
                .atOnce(THREADS, () -> {
                    List<Instant> taken = new ArrayList<>();
                    for (int i = 0; i < 5; i++) {
                        taken.add(house.transactions.inTransaction(() -> house.callPace.take(WOORI, now, 10)));
                    }
                    return taken;
                })
                .stream()
                .flatMap(List::stream)
                .sorted()
                .toList();

        assertThat(turns)
                .containsExactlyElementsOf(IntStream.range(0, THREADS * 5)
                        .mapToObj(i -> now.plusMillis(100L * i))
                        .toList());
    }

    @Test
    void theAuditCountsWhatWaitsAgainstNoLimit() {
        house.modify(WOORI, maintained("11:30", "12:10"));
        house.takeFirmbankingOrder.take(house.payout(7_000));
        AuditReport waiting = house.audit(DATABASE).report();
        house.clock.setInSeoul("2011-12-05T12:10");
        house.sendWaiting();
        AuditReport sent = house.audit(DATABASE).report();

        assertThat(waiting.checks()).allMatch(Check::ok);
        assertThat(waiting.totals()).containsEntry("waiting", 1L).containsEntry("inFlightOutWon", 0L);
        assertThat(sent.checks()).allMatch(Check::ok);
        assertThat(sent.totals()).containsEntry("waiting", 0L).containsEntry("corporateOutWon", 7_000L);
    }

    @Test
    void theAuditFindsWhatNobodySends() {
        house.modify(WOORI, maintained("11:30", "12:10"));
        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(7_000));
        house.realTime.advance(java.time.Duration.ofMinutes(16));

        assertThat(house.audit(DATABASE).report().checks())
                .filteredOn(check -> !check.ok())
                .extracting(Check::invariant, Check::firstViolation)
                .containsExactly(tuple("I7", waiting.id()));
    }
}
