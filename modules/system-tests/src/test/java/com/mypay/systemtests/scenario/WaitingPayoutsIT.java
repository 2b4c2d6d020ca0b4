package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract with the bank that pays out is a constraint on settlement. */
@ExtendWith(SharedInstallation.class)
class WaitingPayoutsIT {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final int FRANCHISES = 6;

    private final RunningInstallation mypay;

    WaitingPayoutsIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    @AfterEach
    void theContractIsAsItWas() {
        agree(People.contract(Banks.CORPORATE_BANK));
    }

    @Test
    void payoutsWaitUntilTheMaintenanceIsOverAndThenGoOutAtTheContractsPace() {
        TradingDay day = aDay(LocalDate.of(2016, 9, 5));
        agree(with(
                with(with(People.contract(Banks.CORPORATE_BANK), "maintenanceFrom", "11:30"), "maintenanceTo", "13:30"),
                "callsPerSecond",
                3));
        try (RunningCommand settling =
                RunningCommand.start(mypay, "settle", "--date", day.date().toString())) {
            await("all payouts wait").atMost(LONGEST_WAIT).until(() -> waitingFor("BANK_IN_MAINTENANCE") == FRANCHISES);
            assertThat(settling.goesOn()).isTrue();
            assertThat(day.cycle().getString("status")).isEqualTo("PAYING");

            mypay.setClock(day.date()
                    .atTime(LocalTime.of(13, 30))
                    .atZone(RunningInstallation.SEOUL)
                    .toInstant());

            settling.ends().exits(0);
        }
        day.assertSettledOnce();
        assertThat(waiting()).isEmpty();
        mypay.command("doctor").exits(0);
    }

    @Test
    void payoutsAboveTheContractsLimitAreCarriedOverAndPaidOnceItPermitsThem() {
        TradingDay day = aDay(LocalDate.of(2016, 9, 7));
        agree(with(with(People.contract(Banks.CORPORATE_BANK), "perTransferLimitWon", 1_000), "dailyLimitWon", 1_000));

        mypay.command("settle", "--date", day.date().toString()).exits(4);

        assertThat(refused(day)).hasSize(FRANCHISES).containsOnly("TRANSFER_LIMIT_EXCEEDED");
        agree(People.contract(Banks.CORPORATE_BANK));
        mypay.setClock(day.date()
                .plusDays(1)
                .atTime(LocalTime.NOON)
                .atZone(RunningInstallation.SEOUL)
                .toInstant());
        mypay.command("settle", "--date", day.date().plusDays(1).toString()).exits(0);
        assertThat(day.franchises())
                .allSatisfy(franchise -> assertThat(day.received(franchise)).isEqualTo(day.netWon(franchise)));
        mypay.command("doctor").exits(0);
    }

    private TradingDay aDay(LocalDate date) {
        Member member = mypay.people().aMember().withMoney(1_000_000).signedUp();
        List<Member> franchises = IntStream.range(0, FRANCHISES)
                .mapToObj(i -> mypay.people().aFranchise().withAccountAt("020").signedUp())
                .toList();
        return new TradingDay(mypay, date, List.of(member))
                .sells(franchises, 2, 12_000)
                .closes();
    }

    private void agree(JsonObject terms) {
        mypay.client()
                .asOperator()
                .post("/banking/adm/v1/modify/bank-contract", terms)
                .is(200);
    }

    private long waitingFor(String reason) {
        return waiting().filter(reason::equals).count();
    }

    private Stream<String> waiting() {
        return mypay.client()
                .asOperator()
                .get("/banking/adm/v1/find/waiting-firmbankings", "limit", 1000)
                .is(200)
                .items("items")
                .map(firmbanking -> firmbanking.getString("reasonCode"));
    }

    private List<String> refused(TradingDay day) {
        return mypay.client()
                .asOperator()
                .get("/settlement/adm/v1/find/payouts", "cycleId", day.cycleId(), "status", "REFUSED", "limit", 1000)
                .is(200)
                .items("items")
                .map(payout -> payout.getString("reasonCode"))
                .toList();
    }
}
