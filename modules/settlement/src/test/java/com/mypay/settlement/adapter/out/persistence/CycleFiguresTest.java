package com.mypay.settlement.adapter.out.persistence;

import static com.mypay.framework.value.Won.won;
import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.database.TestPersistence;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.message.FirmbankingRequested;
import com.mypay.settlement.application.message.FirmbankingResult;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.CycleFigures.Figure;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.PayoutStatus;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cycle's figures while the banks' answers come in. */
class CycleFiguresTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final SettlementHouse house = SettlementHouse.on(DATABASE);

    @Test
    void addUpWhilePayoutsAreBeingRefused() {
        for (long franchiseId = 2001; franchiseId <= 2005; franchiseId++) {
            house.payment(franchiseId, 100_000, MONDAY);
        }
        CycleId id = house.settle(MONDAY);
        Iterator<FirmbankingRequested> open = house.requests().iterator();
        TestPersistence persistence = DATABASE.persistence("settlement");
        JpaCycles cycles = new JpaCycles(
                persistence.entityManager(),
                new BusyDatabase(DATABASE.dataSource(), () -> elsewhere(() -> refuse(open.next()))));

        CycleFigures figures = persistence.transactions().inTransaction(() -> cycles.figures(id));

        assertThat(figures.addUp()).as(figures.toString()).isTrue();
        assertThat(figures.settled().net()).isEqualTo(won(5 * 97_500));
        assertThat(figures.franchises()).isEqualTo(5);
        assertThat(figures.payouts(PayoutStatus.REFUSED)).isEqualTo(new Figure(1, won(97_500)));
        assertThat(figures.allCarried()).isEqualTo(new Figure(1, won(97_500)));
        assertThat(figures.open()).isEqualTo(new Figure(4, won(4 * 97_500)));
    }

    private void refuse(FirmbankingRequested request) {
        house.answer(request.requestId(), request.amountWon(), FirmbankingResult.Status.REFUSED);
        assertThat(house.transactions
                        .inTransaction(
                                () -> Payout.idOfRequest(request.requestId()).flatMap(house.payouts::find))
                        .map(Payout::status))
                .contains(PayoutStatus.REFUSED);
    }

    /** In another transaction than the one that is running here. */
    private static void elsewhere(Runnable work) {
        CallContext context = CallContext.current();
        CompletableFuture.runAsync(() -> context.run(work)).join();
    }

    /** Something else is committed before each query. */
    private static final class BusyDatabase extends Jdbc {

        private final Runnable somethingElse;

        BusyDatabase(DataSource dataSource, Runnable somethingElse) {
            super(dataSource);
            this.somethingElse = somethingElse;
        }

        @Override
        public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
            somethingElse.run();
            return super.query(sql, reader, parameters);
        }
    }
}
