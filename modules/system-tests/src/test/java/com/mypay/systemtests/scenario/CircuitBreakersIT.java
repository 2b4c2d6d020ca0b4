package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who calls a bank that is down hears so at once and is told what to do; who doesn't need it notices nothing. */
@ExtendWith(SharedInstallation.class)
class CircuitBreakersIT {

    private static final String DOWN = "023";
    private static final String OTHER = "003";

    /** More than the latest calls that a breaker goes by. */
    private static final int MANY = 40;

    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(90);

    private final RunningInstallation mypay;
    private final People people;

    CircuitBreakersIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
    }

    @AfterEach
    void banksAreWell() {
        mypay.banks().behaveNormally();
    }

    @Test
    void aBankThatIsDownIsSparedForAWhileAndAskedAgainOnceItIsBack() {
        Banks.Account account = mypay.banks().open(DOWN, "예금주", 1_000);
        Banks.Account elsewhere = mypay.banks().open(OTHER, "예금주", 1_000);
        check(account).is(200);
        bankIsDownFor(MANY);

        IntStream.range(0, MANY)
                .forEach(i -> assertThat(
                                check(account).isProblem(503, "UNAVAILABLE").string("next"))
                        .contains("Send the same again"));

        assertThat(mypay.banks().remainingCalls(DOWN))
                .as("calls that the bank was spared")
                .isGreaterThan(MANY / 2);
        check(elsewhere).is(200);
        mypay.banks().behaveNormally();
        await().atMost(LONGEST_RECOVERY).until(() -> check(account).status() == 200);
    }

    @Test
    void membersPayFromTheirBalanceAndFromOtherBanksWhileOneIsDown() {
        Member franchise = people.aFranchise().signedUp();
        Member there = people.aMember().withAccountAt(DOWN).signedUp();
        Member elsewhere = people.aMember().withAccountAt(OTHER).signedUp();
        Member withMoney = people.aMember().withMoney(20_000).signedUp();
        bankIsDownFor(MANY);

        IntStream.range(0, MANY)
                .forEach(i -> people.pay(there.id(), franchise.id(), 12_000).isProblem(503, "UNAVAILABLE"));

        people.pay(withMoney.id(), franchise.id(), 12_000).is(201);
        people.pay(elsewhere.id(), franchise.id(), 12_000).is(201);
        mypay.banks().behaveNormally();
        await().atMost(LONGEST_RECOVERY)
                .until(() -> people.pay(there.id(), franchise.id(), 12_000).status() == 201);
        assertThat(people.balanceWon(withMoney.id())).isEqualTo(8_000);
    }

    private void bankIsDownFor(int calls) {
        mypay.banks().behaves(DOWN, "DOWN", "appliesTo", "EVERYTHING", "nextCalls", calls);
    }

    private Answer check(Banks.Account account) {
        return mypay.client()
                .asOperator()
                .get(
                        "/banking/com/v1/check/account",
                        "bankCode",
                        account.bankCode(),
                        "accountNumber",
                        account.number());
    }
}
