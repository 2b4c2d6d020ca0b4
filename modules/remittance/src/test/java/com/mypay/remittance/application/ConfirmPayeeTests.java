package com.mypay.remittance.application;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.LEE;
import static com.mypay.remittance.application.Stage.TO_ACCOUNT;
import static com.mypay.remittance.application.Stage.TO_LEE;
import static com.mypay.remittance.application.Stage.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import com.mypay.remittance.RemittanceHouse;
import com.mypay.remittance.application.ConfirmPayee.Whom;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.PartnerStatus;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whom the money would go to, in memory and on the database. */
abstract class ConfirmPayeeTests {

    private static final Whom THE_MEMBER_LEE = new Whom(LEE, null, null);
    private static final Whom THE_ACCOUNT = new Whom(null, "004", "1234567890");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.member(KIM));

    private Stage stage = Stage.inMemory();

    abstract Stage newStage();

    @BeforeEach
    void open() {
        stage = newStage();
        stage.memberships.knows(KIM, PartnerKind.PERSONAL, PartnerStatus.ACTIVE, "김철수");
        stage.memberships.knows(LEE, PartnerKind.PERSONAL, PartnerStatus.ACTIVE, "이영희");
        stage.banking.knows("004", "1234567890", TO_ACCOUNT);
    }

    @Test
    void aMemberIsShownByItsNameAndCanBeSentTo() {
        ConfirmPayee.Answer answer = confirm("r", KIM, THE_MEMBER_LEE);
        assertThat(answer.payeeName()).isEqualTo("이영희");
        assertThat(answer.payeeKind()).isEqualTo("MEMBER");
        assertThat(answer.level()).isEqualTo("BASIC");
        assertThat(answer.expiresAt())
                .isEqualTo(stage.clock.instant().plus(Duration.ofMinutes(10)).toString());

        // Neither's event has arrived yet: the acceptance asks nobody all the same
        String id =
                stage.request("send", KIM, answer.confirmationToken(), 30_000).remittanceId();
        assertThat(stage.remittance(id).order().payee()).isEqualTo(TO_LEE);
    }

    @Test
    void anAccountIsShownByItsHolderAndMasked() {
        stage.banking.verified(KIM);
        ConfirmPayee.Answer answer = confirm("r", KIM, THE_ACCOUNT);
        assertThat(answer)
                .isEqualTo(new ConfirmPayee.Answer(
                        answer.confirmationToken(),
                        "ACCOUNT",
                        "박민수",
                        "004",
                        "국민은행",
                        "******7890",
                        "VERIFIED",
                        answer.expiresAt()));
        String id = stage.request("send", KIM, answer.confirmationToken(), 1_000_000)
                .remittanceId();
        assertThat(stage.remittance(id).order().payee()).isEqualTo(TO_ACCOUNT);
    }

    @Test
    void theSameRequestIsOneConfirmation() {
        ConfirmPayee.Answer first = confirm("r", KIM, THE_MEMBER_LEE);
        assertThat(confirm("r", KIM, THE_MEMBER_LEE)).isEqualTo(first);
        refused(CommonProblem.REQUEST_ID_REUSED, () -> confirm("r", KIM, THE_ACCOUNT));
    }

    @Test
    void theSameRequestHasItsAnswerThoughNobodyCouldBeAskedAnyMore() {
        ConfirmPayee.Answer first = confirm("r", KIM, THE_ACCOUNT);
        stage.memberships.goAway();
        stage.banking.goAway();
        assertThat(confirm("r", KIM, THE_ACCOUNT)).isEqualTo(first);
        refused(CommonProblem.REQUEST_ID_REUSED, () -> confirm("r", KIM, THE_MEMBER_LEE));
    }

    @Test
    void aSenderSeesSoManyNamesAnHour() {
        for (int i = 0; i < RemittanceHouse.CONFIRMATIONS.perHour(); i++) {
            confirm("r" + i, KIM, THE_MEMBER_LEE);
            stage.clock.advance(Duration.ofSeconds(1));
        }
        stage.memberships.goAway();
        refused(RemittanceProblem.TOO_MANY_CONFIRMATIONS, () -> confirm("s", KIM, THE_MEMBER_LEE));
        assertThat(confirm("r0", KIM, THE_MEMBER_LEE).payeeName()).isEqualTo("이영희");
        confirm("other", LEE, THE_ACCOUNT);

        stage.clock.advance(Duration.ofMinutes(59));
        confirm("s", KIM, THE_ACCOUNT);
        refused(RemittanceProblem.TOO_MANY_CONFIRMATIONS, () -> confirm("t", KIM, THE_ACCOUNT));
    }

    @Test
    void whoCannotReceiveOrSendIsRefused() {
        MemberId shop = memberId(2001);
        MemberId gone = memberId(1003);
        stage.memberships.knows(shop, PartnerKind.FRANCHISE, PartnerStatus.ACTIVE, "노노치킨");
        stage.memberships.knows(gone, PartnerKind.PERSONAL, PartnerStatus.CLOSED, "박민수");
        refused(RemittanceProblem.PAYEE_IS_SENDER, () -> confirm("r1", KIM, new Whom(KIM, null, null)));
        refused(RemittanceProblem.PAYEE_NOT_FOUND, () -> confirm("r2", KIM, new Whom(shop, null, null)));
        refused(RemittanceProblem.PAYEE_NOT_FOUND, () -> confirm("r3", KIM, new Whom(memberId(9), null, null)));
        refused(RemittanceProblem.PAYEE_NOT_ACTIVE, () -> confirm("r4", KIM, new Whom(gone, null, null)));
        refused(RemittanceProblem.PAYEE_NOT_FOUND, () -> confirm("r5", KIM, new Whom(null, "004", "9")));
        refused(RemittanceProblem.MEMBER_NOT_ACTIVE, () -> confirm("r6", gone, THE_MEMBER_LEE));
        refused(RemittanceProblem.MEMBER_NOT_FOUND, () -> confirm("r7", shop, THE_MEMBER_LEE));
        refused(RemittanceProblem.MEMBER_NOT_FOUND, () -> confirm("r8", memberId(9), THE_MEMBER_LEE));
        refused(
                RemittanceProblem.MEMBER_NOT_FOUND,
                () -> stage.house.confirmPayee.confirm(
                        new ConfirmPayee.Command(Caller.member(LEE), new RequestId("r9"), KIM, THE_ACCOUNT)));
    }

    @Test
    void aPayeeIsAMemberOrAnAccount() {
        refused(RemittanceProblem.PAYEE_INCOMPLETE, () -> new Whom(null, null, null));
        refused(RemittanceProblem.PAYEE_INCOMPLETE, () -> new Whom(null, "004", null));
        refused(RemittanceProblem.PAYEE_INCOMPLETE, () -> new Whom(LEE, null, "1234567890"));
        refused(RemittanceProblem.PAYEE_INCOMPLETE, () -> new Whom(LEE, "004", "1234567890"));
    }

    @Test
    void whileMembershipIsAwayNobodyIsConfirmed() {
        stage.memberships.goAway();
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> confirm("r", KIM, THE_MEMBER_LEE));
    }

    @Test
    void whatIsOverIsForgottenADayLater() {
        String token = confirm("r", KIM, THE_MEMBER_LEE).confirmationToken();
        stage.clock.advance(Duration.ofDays(1));
        assertThat(stage.house.forgetConfirmations.forget()).isZero();
        stage.clock.advance(Duration.ofMinutes(11));
        assertThat(stage.house.forgetConfirmations.forget()).isOne();
        refused(RemittanceProblem.CONFIRMATION_NOT_FOUND, () -> stage.request("send", KIM, token, 1_000));
    }

    @Test
    void theBanksAreBankings() {
        assertThat(stage.house.findTransferableBanks.today())
                .singleElement()
                .satisfies(bank -> assertThat(bank.bankCode()).isEqualTo("004"));
    }

    private ConfirmPayee.Answer confirm(String request, MemberId sender, Whom whom) {
        return stage.house.confirmPayee.confirm(
                new ConfirmPayee.Command(Caller.member(sender), new RequestId(request), sender, whom));
    }
}
