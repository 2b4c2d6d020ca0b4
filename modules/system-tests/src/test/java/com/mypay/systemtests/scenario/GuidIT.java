package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.Remittances;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import com.mypay.systemtests.kit.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One GUID names one business transaction wherever it goes. */
@ExtendWith(SharedInstallation.class)
class GuidIT {

    private static final String GUID = "MyPay-Guid";
    private static final String HOP = "MyPay-Hop";
    private static final String FOREIGN = "0123456789abcdef0123456789abcdef";
    private static final Duration LONGEST_WAY = Duration.ofMinutes(2);

    private final RunningInstallation mypay;
    private final People people;

    GuidIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
    }

    @Test
    void everyAnswerHasItsOwn() {
        Client client = mypay.client().asOperator();
        String first = client.get("/membership/adm/v1/find/staffs").is(200).guid();
        String second = client.get("/membership/adm/v1/find/staffs").is(200).guid();
        assertThat(first).matches("[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}");
        assertThat(second).isNotEqualTo(first).matches("[0-9a-f]{32}");
        assertThat(client.get("/membership/com/v1/nothing").is(404).isProblem().guid())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void aPaymentsGuidIsInEveryServiceThatItWentThroughOneHopFurtherEachTime() {
        Member member = people.aMember().withAccountOf(50_000).signedUp();
        Member franchise = people.aFranchise().signedUp();

        Answer paid = people.pay(member.id(), franchise.id(), 20_000).is(201);

        String guid = paid.guid();
        Answer payment = mypay.client()
                .asMember(member.id())
                .get("/payment/com/v1/find/payment", "paymentId", paid.string("paymentId"));
        assertThat(payment.string("guid")).isEqualTo(guid);
        assertThat(mypay.client()
                        .asMember(member.id())
                        .get("/money/com/v1/find/money-changing-history", "memberId", member.id())
                        .items("items")
                        .map(changing -> changing.getString("guid")))
                .hasSize(2)
                .containsOnly(guid);
        assertThat(mypay.client()
                        .asMember(member.id())
                        .get("/banking/com/v1/find/firmbankings", "memberId", member.id())
                        .items("items")
                        .map(firmbanking -> firmbanking.getString("guid")))
                .containsExactly(guid);
        long sentAtHop0 = rows("payment", "OUT", guid, 0);
        assertThat(sentAtHop0).as("the slip, sent by payment").isEqualTo(1);
        await().atMost(LONGEST_WAY).until(() -> rows("settlement", "IN", guid, 1) == 1);
    }

    @Test
    void aRemittancesGuidGoesWithEachOfItsMessagesOneHopFurtherEachTime() {
        Member sender = people.aMember().withMoney(30_000).signedUp();
        Remittances remittances = new Remittances(mypay);
        Banks.Account payee = mypay.banks().open("090", "김밖에", 0);

        Answer accepted = remittances
                .request(sender, remittances.confirmed(sender, payee), 10_000)
                .is(202);

        String guid = accepted.guid();
        Answer ended = remittances.awaitStatus(sender, accepted.string("remittanceId"), "SUCCEEDED");
        assertThat(ended.string("guid")).isEqualTo(guid);
        assertThat(rows("remittance", "OUT", guid, 0)).as("hold-money").isEqualTo(1);
        assertThat(rows("money", "IN", guid, 1)).as("hold-money").isEqualTo(1);
        assertThat(rows("banking", "IN", guid, 3)).as("firmbanking-requested").isEqualTo(1);
        assertThat(rows("money", "IN", guid, 5)).as("capture-money").isEqualTo(1);
        await().atMost(LONGEST_WAY)
                .untilAsserted(() -> assertThat(rows("remittance", "IN", guid, 6))
                        .as("its answer")
                        .isEqualTo(1));
        assertThat(mypay.client()
                        .asMember(sender.id())
                        .get("/money/com/v1/find/money-changing-history", "memberId", sender.id())
                        .items("items")
                        .map(changing -> changing.getString("guid"))
                        .findFirst())
                .contains(guid);
    }

    @Test
    void isInTheLogOfTheServer() throws IOException {
        String guid = mypay.client()
                .asOperator()
                .post("/payment/adm/v1/approve/commission", json("commissionId", FOREIGN))
                .isProblem()
                .guid();
        Path log = mypay.serverLogs().resolve("access.log");
        await().atMost(LONGEST_WAY).until(() -> contains(log, guid));
    }

    @Test
    void aMembersOwnGuidIsReplaced() {
        Client member = mypay.client().asMember(people.aMember().signedUp().id());
        assertThat(member.with(GUID, FOREIGN)
                        .get("/membership/com/v1/find/member")
                        .guid())
                .isNotEqualTo(FOREIGN)
                .matches("[0-9a-f]{32}");
        assertThat(mypay.client()
                        .with(GUID, FOREIGN)
                        .get("/membership/com/v1/find/member")
                        .guid())
                .isNotEqualTo(FOREIGN);
    }

    @Test
    void aServicesGuidIsTakenOverIfItHasTheForm() {
        Client service = mypay.client().asService("payment");
        assertThat(service.with(GUID, FOREIGN)
                        .get("/money/com/v1/find/member-money", "memberId", 1)
                        .guid())
                .isEqualTo(FOREIGN);
        for (String malformed : List.of("123", FOREIGN + "0", FOREIGN.replace('a', 'z'), "' OR 1=1 --")) {
            assertThat(service.with(GUID, malformed)
                            .get("/money/com/v1/find/member-money", "memberId", 1)
                            .guid())
                    .isNotEqualTo(malformed)
                    .matches("[0-9a-f]{32}");
        }
    }

    @Test
    void aLoopBetweenServicesEnds() {
        mypay.client()
                .asService("payment")
                .with(HOP, "9999")
                .get("/money/com/v1/find/member-money", "memberId", 1)
                .isProblem(400, "TOO_MANY_HOPS");
        mypay.client()
                .asMember(1)
                .with(HOP, "9999")
                .get("/money/com/v1/find/member-money", "memberId", 1)
                .isProblem(404, "MEMBER_NOT_FOUND");
    }

    @Test
    void aCallerThatIsNoneIsRefused() {
        for (String caller : List.of("nobody", "member/abc", "member/-1", "king/1", "staff/", "member/1001/x")) {
            mypay.client()
                    .as(caller)
                    .get("/money/com/v1/find/member-money", "memberId", 1)
                    .isProblem(400, "CALLER_INVALID");
        }
    }

    private long rows(String service, String direction, String guid, int hop) {
        return new Sql(mypay, service)
                .count("QUEUE_LOG WHERE DIRECTION = '" + direction + "' AND GUID = '" + guid + "' AND HOP = " + hop);
    }

    private static boolean contains(Path log, String text) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains(text));
        }
    }
}
