package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.AtOnce;
import com.mypay.systemtests.kit.Audits;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.Remittances;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many remittances at the same moment: one effect for each request id, no won made or lost, nobody waits for ever. */
@ExtendWith(SharedInstallation.class)
class RemittanceRacesIT {

    private static final int REPEATED = 100;
    private static final int CIRCLE = 64;
    private static final long FIRST_WON = 10_000;
    private static final long SENT_WON = 1_000;

    private final RunningInstallation mypay;
    private final People people;
    private final Remittances remittances;

    RemittanceRacesIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
        this.remittances = new Remittances(mypay);
    }

    @AfterEach
    void everythingAddsUp() {
        new Messages(mypay).awaitAllArrived();
        new Audits(mypay).assertAllOk();
    }

    @Test
    void oneRequestThatComesAHundredTimesAtOnceIsOneRemittance() {
        Member sender = people.aMember().withMoney(30_000).signedUp();
        Member payee = people.aMember().signedUp();
        String token = remittances.confirmed(sender, payee);
        String key = Client.newKey();

        List<Answer> answers = AtOnce.call(REPEATED, i -> remittances.request(sender, token, 10_000, key));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.status() == 202 || answer.isProblemOf("REQUEST_RUNNING"))
                        .as("%s answers %s %s", answer.call(), answer.status(), answer.text())
                        .isTrue());
        List<String> accepted = answers.stream()
                .filter(answer -> answer.status() == 202)
                .map(answer -> answer.string("remittanceId"))
                .distinct()
                .toList();
        assertThat(accepted).hasSize(1);
        remittances.awaitStatus(sender, accepted.get(0), "SUCCEEDED");
        assertThat(people.balanceWon(sender.id())).isEqualTo(20_000);
        assertThat(people.balanceWon(payee.id())).isEqualTo(10_000);
    }

    /** Each to the next and to the one before, all at once: neighbours lock the same two balances, in turns. */
    @Test
    void membersThatSendToOneAnotherInCirclesComeToAnEndAndNoWonIsLost() {
        List<Member> circle = IntStream.range(0, CIRCLE)
                .mapToObj(i -> people.aMember().withMoney(FIRST_WON).signedUp())
                .toList();
        List<String> forwards = tokens(circle, 1);
        List<String> backwards = tokens(circle, CIRCLE - 1);

        List<String> sent = AtOnce.call(2 * CIRCLE, i -> {
            Member sender = circle.get(i / 2);
            String token = (i % 2 == 0 ? forwards : backwards).get(i / 2);
            return remittances.request(sender, token, SENT_WON).is(202).string("remittanceId");
        });

        for (int i = 0; i < sent.size(); i++) {
            remittances.awaitStatus(circle.get(i / 2), sent.get(i), "SUCCEEDED");
        }
        assertThat(circle)
                .allSatisfy(member -> assertThat(people.balanceWon(member.id())).isEqualTo(FIRST_WON));
    }

    private List<String> tokens(List<Member> circle, int further) {
        return IntStream.range(0, CIRCLE)
                .mapToObj(i -> remittances.confirmed(circle.get(i), circle.get((i + further) % CIRCLE)))
                .toList();
    }
}
