package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.AtOnce;
import com.mypay.systemtests.kit.BrokerQueues;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A message that nobody can process: it holds nothing up, staff sees it and has it delivered again. Each test sends one
 * by the operator's account and takes it away in the end: no service has written it, so it must not stay.
 */
@ExtendWith(SharedInstallation.class)
class DeadLettersIT {

    /** The command that these tests are about; every service has it. */
    static final String RESEND = "/adm/v1/resend/dead-letter";

    private static final String QUEUE = "settlement.slips";
    private static final String PATH = "/settlement" + RESEND;
    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_DYING = Duration.ofMinutes(3);

    private final RunningInstallation mypay;
    private final Messages messages;
    private final BrokerQueues queues;
    private final String id = "dead-" + UUID.randomUUID();

    DeadLettersIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.messages = new Messages(mypay);
        this.queues = new BrokerQueues(mypay);
    }

    @BeforeEach
    void aMessageDies() {
        queues.send(QUEUE, "slip-issued.v1", id, "{\"nothing\":\"of a slip\"}");
        awaitDead();
    }

    @AfterEach
    void takeItAway() {
        awaitDead();
        assertThat(queues.clearDeadLetters(QUEUE)).containsExactly(id);
    }

    @Test
    void isShownToStaffAndHoldsUpNothing() {
        JsonObject shown = messages.deadLetters("settlement").stream()
                .filter(letter -> letter.getString("messageId").equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(shown.getString("queue")).isEqualTo(QUEUE);
        assertThat(shown.getString("type")).isEqualTo("slip-issued.v1");
        await().atMost(LONGEST_DYING)
                .untilAsserted(
                        () -> assertThat(healthCheck().getJsonObject("data").getInt(QUEUE))
                                .isEqualTo(1));
        assertThat(healthCheck().getString("status")).isEqualTo("UP");

        Member member = mypay.people().aMember().withMoney(10_000).signedUp();
        Member franchise = mypay.people().aFranchise().signedUp();
        mypay.people().pay(member.id(), franchise.id(), 5_000).is(201);
        messages.awaitAllArrived();
    }

    @Test
    void isDeliveredAgainOncePerRequestId() {
        String key = Client.newKey();
        List<Answer> answers = AtOnce.call(3, i -> resend(key, id));
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.status() == 200 || answer.isProblemOf("REQUEST_RUNNING"))
                        .as("%s answers %s %s", answer.call(), answer.status(), answer.text())
                        .isTrue());
        awaitAttempts(2 * ATTEMPTS);
        awaitDead();
        assertThat(resend(key, id).is(200).json().getBoolean("resent")).isTrue();
        resend(key, "another").isProblem(422, "REQUEST_ID_REUSED");
        assertThat(letters()).hasSize(1);

        resend(Client.newKey(), id).is(200);
        awaitAttempts(3 * ATTEMPTS);
    }

    /** The later one finds nothing, or what has died anew: it is delivered as often as somebody was told so. */
    @Test
    void isDeliveredAgainOnceForEachOfTwoAtOnceThatIsToldSo() {
        List<Answer> answers = AtOnce.call(2, i -> resend(Client.newKey(), id));
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() != 200).toList();
        refused.forEach(answer -> answer.isProblem(404, "NO_SUCH_DEAD_LETTER"));
        int resent = answers.size() - refused.size();
        assertThat(resent).isPositive();

        awaitAttempts((1 + resent) * ATTEMPTS);
        assertThat(letters()).containsExactly(id);
    }

    @Test
    void isNotDeliveredAgainByAMalformedRequest() {
        Client operator = mypay.client().asOperator();
        operator.post(PATH, json()).isProblem(400, "FIELD_INVALID");
        for (Object malformed : List.of("", "x".repeat(65))) {
            operator.post(PATH, json("messageId", malformed)).isProblem(400, "FIELD_INVALID");
        }
        operator.post(PATH, json("messageId", List.of(List.of()))).is(400).isProblem();
        operator.postText(PATH, json("messageId", id).toString()).isProblem(400, "REQUEST_ID_INVALID");
        for (String key : List.of("", "a b", "x".repeat(65))) {
            operator.post(PATH, json("messageId", id), key).isProblem(400, "REQUEST_ID_INVALID");
        }
        operator.inKorean().post(PATH, json()).isProblem(400, "FIELD_INVALID").isInKorean();
        assertStillDead();
    }

    @Test
    void isNotDeliveredAgainUnderAnIdThatNamesNothing() {
        for (String service : RunningInstallation.SERVICES) {
            mypay.client()
                    .asOperator()
                    .post("/" + service + RESEND, json("messageId", "' OR '1'='1"))
                    .isProblem(404, "NO_SUCH_DEAD_LETTER");
        }
        assertStillDead();
    }

    @Test
    void isNotDeliveredAgainByStrangersNorByStaffWithoutTheRole() {
        List<Client> strangers = List.of(
                mypay.client(),
                mypay.client().asMember(1),
                mypay.client().asFranchise(1),
                mypay.client().asStaff("kim.norole", "janitor"));
        for (Client stranger : strangers) {
            stranger.post(PATH, json("messageId", id)).isProblem(403, "NOT_PERMITTED");
        }
        assertStillDead();
    }

    private Answer resend(String key, String messageId) {
        return mypay.client().asOperator().post(PATH, json("messageId", messageId), key);
    }

    private List<String> letters() {
        return messages.deadLetters("settlement").stream()
                .map(letter -> letter.getString("messageId"))
                .toList();
    }

    private void awaitDead() {
        await("message " + id + " is dead")
                .atMost(LONGEST_DYING)
                .until(() -> letters().contains(id));
    }

    private void assertStillDead() {
        assertThat(letters()).containsExactly(id);
    }

    private JsonObject healthCheck() {
        return mypay.client()
                .get("/health/ready")
                .items("checks")
                .filter(check -> check.getString("name").equals("settlement-dead-letters"))
                .findFirst()
                .orElseThrow();
    }

    /** As the server's log tells them: no more and no fewer. */
    private void awaitAttempts(int expected) {
        await().atMost(LONGEST_DYING).until(() -> attempts() >= expected);
        awaitDead();
        assertThat(attempts()).isEqualTo(expected);
    }

    private long attempts() {
        return mypay.logged("message " + id + " failed at attempt");
    }
}
