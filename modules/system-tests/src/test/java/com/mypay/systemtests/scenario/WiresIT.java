package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Audits;
import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.Part;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.Remittances;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import com.mypay.systemtests.kit.TcpProxy;
import com.mypay.systemtests.kit.Wires;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The processes live and what is between them doesn't: connections that are slow, cut in the middle, or silent. Every
 * remittance ends, and none is paid twice.
 */
@ExtendWith(SharedInstallation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WiresIT {

    private static final int SENDERS = 4;
    private static final int EACH = 3;
    private static final long FIRST_WON = 60_000;
    private static final long SENT_WON = 3_000;
    private static final long FEE_WON = 500;
    private static final List<Part> WIRED = List.of(Part.DATABASE, Part.BROKER, Part.BANK);
    private static final int CUTS = 4;

    /** More than the latest calls that a circuit breaker goes by. */
    private static final int MANY = 30;

    private static final String NOT_CALLED = "unavailable: money is not called right now";
    private static final Duration BETWEEN_CUTS = Duration.ofMillis(500);

    /** Each way: a remittance takes some hundred ways. */
    private static final Duration SLOWNESS = Duration.ofMillis(5);

    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final RunningInstallation mypay;
    private final Remittances remittances;
    private Wires wires;

    @SuppressWarnings("NullAway.Init")
    WiresIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.remittances = new Remittances(mypay);
    }

    @BeforeAll
    void takeTheWires() {
        wires = Wires.around(mypay);
    }

    @AfterAll
    void giveThemBack() {
        wires.close();
    }

    @AfterEach
    void everythingAddsUp() {
        WIRED.forEach(part -> wires.to(part).heal());
        new Messages(mypay).awaitAllArrived();
        new Audits(mypay).assertAllOk();
    }

    /** As between two data centres. */
    @Test
    void slowConnectionsMakeItSlowAndNothingElse() {
        Load load = new Load();
        WIRED.forEach(part -> wires.to(part).delay(SLOWNESS));

        load.send();

        load.assertEachPaidOnce();
    }

    @Test
    void connectionsThatAreCutAgainAndAgainLoseAndDoubleNothing() throws Exception {
        Load load = new Load();
        CompletableFuture<Void> cutting = CompletableFuture.runAsync(this::cutAgainAndAgain);

        load.send();

        cutting.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        load.assertEachPaidOnce();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SERVER")
    void aSilenceIsWaitedForOrGivenUpAndNothingIsDoneTwice(Part part) throws Exception {
        Load load = new Load();
        wires.to(part).fallSilent();
        CompletableFuture<Void> healing = CompletableFuture.runAsync(() -> healAfterSilence(wires.to(part)));

        load.send();

        healing.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        load.assertEachPaidOnce();
    }

    /** It isn't called for a while, nothing happens meanwhile, and it is called again once it is back. */
    @Test
    void aServiceThatIsAwayIsSparedAndWhatItRefusesIsNoReason() {
        Member member = mypay.people().aMember().withMoney(FIRST_WON).signedUp();
        Member franchise = mypay.people().aFranchise().signedUp();
        Member poor = mypay.people().aMember().signedUp();
        long spared = mypay.logged(NOT_CALLED);
        for (int i = 0; i < MANY; i++) {
            mypay.people().pay(poor.id(), franchise.id(), SENT_WON).isProblem(422, "NO_LINKED_ACCOUNT");
        }
        assertThat(mypay.logged(NOT_CALLED)).isEqualTo(spared);

        wires.toMoney().unplug();
        List<String> inDoubt = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String key = Client.newKey();
            Answer answer = mypay.people().pay(member.id(), franchise.id(), SENT_WON, key);
            if (answer.isProblemOf("OUTCOME_UNKNOWN")) {
                // Sent on a connection from before: nobody knows whether it arrived
                inDoubt.add(key);
            } else {
                answer.isProblem(503, "UNAVAILABLE");
            }
        }
        assertThat(mypay.logged(NOT_CALLED)).as("calls that were not made").isGreaterThan(spared);
        assertThat(mypay.people().balanceWon(member.id())).isEqualTo(FIRST_WON);

        wires.toMoney().plugIn();
        inDoubt.add(Client.newKey());
        for (String key : inDoubt) {
            await().atMost(LONGEST)
                    .until(() -> mypay.people()
                                    .pay(member.id(), franchise.id(), SENT_WON, key)
                                    .status()
                            == 201);
        }
        assertThat(mypay.people().balanceWon(member.id())).isEqualTo(FIRST_WON - inDoubt.size() * SENT_WON);
    }

    private void cutAgainAndAgain() {
        for (int i = 0; i < CUTS; i++) {
            for (Part part : WIRED) {
                await().pollDelay(BETWEEN_CUTS).until(() -> true);
                wires.to(part).cut();
            }
        }
    }

    /** Connections that were silent for so long are gone by then, as a firewall leaves them. */
    private static void healAfterSilence(TcpProxy wire) {
        await().pollDelay(SILENCE).atMost(LONGEST).until(() -> true);
        wire.cut();
        wire.heal();
    }

    /** Members that send to an account each, several times; who gets no answer sends the same again. */
    private final class Load {

        private final List<Member> senders = new ArrayList<>();
        private final List<Banks.Account> payees = new ArrayList<>();
        private final List<List<String>> tokens = new ArrayList<>();
        private final List<List<String>> ids = new ArrayList<>();

        private Load() {
            for (int i = 0; i < SENDERS; i++) {
                Member sender = mypay.people().aMember().withMoney(FIRST_WON).signedUp();
                Banks.Account payee = mypay.banks().open("090", "김밖에", 0);
                senders.add(sender);
                payees.add(payee);
                tokens.add(IntStream.range(0, EACH)
                        .mapToObj(each -> remittances.confirmed(sender, payee))
                        .toList());
            }
        }

        private void send() {
            for (int i = 0; i < SENDERS; i++) {
                Member sender = senders.get(i);
                ids.add(tokens.get(i).stream()
                        .map(token -> untilAccepted(sender, token))
                        .toList());
            }
        }

        private String untilAccepted(Member sender, String token) {
            String key = Client.newKey();
            Answer accepted = await("a request is accepted")
                    .atMost(LONGEST)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(() -> remittances.request(sender, token, SENT_WON, key), answer -> {
                        boolean later = answer.status() >= 500 || answer.isProblemOf("REQUEST_RUNNING");
                        assertThat(later || answer.status() == 202)
                                .as("%s answers %s %s", answer.call(), answer.status(), answer.text())
                                .isTrue();
                        return answer.status() == 202;
                    });
            return accepted.string("remittanceId");
        }

        private void assertEachPaidOnce() {
            for (int i = 0; i < SENDERS; i++) {
                for (String id : ids.get(i)) {
                    remittances.awaitStatus(senders.get(i), id, "SUCCEEDED");
                }
                assertThat(mypay.banks().balanceWon(payees.get(i))).isEqualTo(EACH * SENT_WON);
                assertThat(mypay.people().balanceWon(senders.get(i).id()))
                        .isEqualTo(FIRST_WON - EACH * (SENT_WON + FEE_WON));
            }
        }
    }
}
