package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.AtOnce;
import com.mypay.systemtests.kit.Audits;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many commands at the same moment over the same money: it is spent once, and given back once. */
@ExtendWith(SharedInstallation.class)
class RacesIT {

    private static final int AT_ONCE = 10;

    private final RunningInstallation mypay;
    private final People people;
    private final Member franchise;

    RacesIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
        this.franchise = people.aFranchise().signedUp();
    }

    @AfterEach
    void everythingAddsUp() {
        new Audits(mypay).assertAllOk();
    }

    @Test
    void paymentsSpendNoMoreThanThereIs() {
        Member member = people.aMember().withMoney(30_000).signedUp();
        mypay.banks().setStatus(member.linkedAccount(), "CLOSED");

        List<Answer> answers = AtOnce.call(AT_ONCE, i -> people.pay(member.id(), franchise.id(), 7_000));

        assertThat(succeeded(answers, 201)).isEqualTo(4);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> answer.isProblem(422, "TOP_UP_REFUSED"));
        assertThat(people.balanceWon(member.id())).isEqualTo(2_000);
    }

    @Test
    void paymentsThatTopUpAtTheSameTimeAreAllMadeAndNoWonIsLost() {
        Member member =
                people.aMember().withAccountAt("090").withAccountOf(1_000_000).signedUp();
        long atTheBank = mypay.banks().balanceWon(member.linkedAccount());

        List<Answer> answers = AtOnce.call(AT_ONCE, i -> people.pay(member.id(), franchise.id(), 7_000));

        answers.forEach(answer -> answer.is(201));
        long toppedUp = atTheBank - mypay.banks().balanceWon(member.linkedAccount());
        assertThat(people.balanceWon(member.id())).isEqualTo(toppedUp - AT_ONCE * 7_000L);
        assertThat(answers.stream().mapToLong(answer -> answer.number("toppedUpWon")))
                .allMatch(won -> won % 10_000 == 0)
                .satisfies(each -> assertThat(
                                each.stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(toppedUp));
    }

    @Test
    void cancellationsGiveBackNoMoreThanWasPaid() {
        Member member = people.aMember().withMoney(30_000).signedUp();
        String paymentId =
                people.pay(member.id(), franchise.id(), 9_000).is(201).string("paymentId");

        List<Answer> answers = AtOnce.call(
                AT_ONCE,
                i -> mypay.client()
                        .asMember(member.id())
                        .post(
                                "/payment/com/v1/cancel/payment",
                                json("paymentId", paymentId, "amountWon", 2_000, "reason", "변심")));

        assertThat(succeeded(answers, 200)).isEqualTo(4);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .allSatisfy(answer -> answer.isProblem(422, "CANCEL_AMOUNT_TOO_LARGE"));
        assertThat(people.balanceWon(member.id())).isEqualTo(30_000 - 9_000 + 4 * 2_000);
    }

    private static long succeeded(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }
}
