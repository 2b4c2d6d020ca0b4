package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static com.mypay.systemtests.kit.Json.with;
import static com.mypay.systemtests.scenario.CommandCase.command;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.Remittances;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.Sql;
import com.mypay.systemtests.scenario.CommandCase.Occasion;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Remittance's commands. */
final class RemittanceCommands {

    private static final long NOBODY = 999_999_999L;
    private static final String NO_ID = "0123456789abcdef0123456789abcdef";
    private static final long MOST_WON = 1_000_000_000L;
    private static final String TOO_LONG = "길".repeat(300);
    private static final String MODIFY_FEE = "/remittance/adm/v1/modify/remittance-fee";
    private static final String SCHEDULE = "/remittance/com/v1/schedule/remittance";
    private static final AtomicLong AMOUNTS = new AtomicLong(400_000_000);

    private final RunningInstallation mypay;
    private final People people;
    private final Remittances remittances;

    RemittanceCommands(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
        this.remittances = new Remittances(mypay);
    }

    List<CommandCase> all() {
        return List.of(
                command(Remittances.CONFIRM, 201, this::confirmPayee)
                        .required("memberId")
                        .malformed("memberId", 0, -1)
                        .malformed("payeeMemberId", 0, -1)
                        .malformed("bankCode", "4", "abcd")
                        .malformed("accountNumber", "12345", "12a4567", "1----2", "1".repeat(21))
                        .invalid("bankCode", "004", "PAYEE_INCOMPLETE")
                        .unknown("memberId", NOBODY, "MEMBER_NOT_FOUND")
                        .unknown("payeeMemberId", NOBODY, "PAYEE_NOT_FOUND")
                        .unseenByOthers("MEMBER_NOT_FOUND"),
                command(Remittances.REQUEST, 202, this::requestRemittance)
                        .required("memberId", "confirmationToken", "amountWon")
                        .malformed("memberId", 0, -1)
                        .malformed("confirmationToken", "", "1", NO_ID + "0")
                        .malformed("memo", TOO_LONG, "a\nb", "a\u0085b")
                        .amount("amountWon", MOST_WON)
                        .unknown("confirmationToken", NO_ID, "CONFIRMATION_NOT_FOUND")
                        .unseenByOthers("MEMBER_NOT_FOUND")
                        .onlyOneOfTwo(422, "CONFIRMATION_USED"),
                command(Remittances.CANCEL, 200, this::cancelRemittance)
                        .required("remittanceId")
                        .malformed("remittanceId", "1", NO_ID + "0")
                        .unknown("remittanceId", NO_ID, "REMITTANCE_NOT_FOUND")
                        .unseenByOthers("REMITTANCE_NOT_FOUND")
                        .onlyOneOfTwo(422, "REMITTANCE_ENDED"),
                command(SCHEDULE, 201, this::scheduleRemittance)
                        .required("memberId", "confirmationToken", "amountWon")
                        .malformed("dayOfMonth", 0, 32)
                        .malformed("memo", TOO_LONG, "a\nb", "a\u0085b")
                        .invalid("onDate", "2099-01-01", "SCHEDULE_INVALID")
                        .invalid("onDate", "soon", "BODY_UNREADABLE")
                        .malformed("memberId", 0, -1)
                        .malformed("confirmationToken", "", "1", NO_ID + "0")
                        .invalid("until", "soon", "BODY_UNREADABLE")
                        .invalid("until", "+12026-01-01", "BODY_UNREADABLE")
                        .amount("amountWon", MOST_WON)
                        .unknown("confirmationToken", NO_ID, "CONFIRMATION_NOT_FOUND")
                        .unseenByOthers("MEMBER_NOT_FOUND")
                        .onlyOneOfTwo(422, "CONFIRMATION_USED"),
                command("/remittance/com/v1/cancel/standing-remittance", 200, this::cancelStandingRemittance)
                        .required("standingRemittanceId")
                        .malformed("standingRemittanceId", "1", NO_ID + "0")
                        .unknown("standingRemittanceId", NO_ID, "STANDING_NOT_FOUND")
                        .unseenByOthers("STANDING_NOT_FOUND")
                        .onlyOneOfTwo(422, "STANDING_ENDED"),
                command(MODIFY_FEE, 200, this::modifyRemittanceFee)
                        .required("payeeKind", "amountFromWon", "feeWon", "effectiveFrom")
                        .malformed("payeeKind", "", "SHOP")
                        .malformed("feeWon", -1, 1_000_001)
                        .invalid("effectiveFrom", "soon", "BODY_UNREADABLE")
                        .invalid("effectiveFrom", "+999999999-12-31", "BODY_UNREADABLE")
                        .amount("amountFromWon", MOST_WON)
                        .forbiddenToMembers(),
                command("/remittance/adm/v1/approve/remittance-fee", 200, this::approveRemittanceFee)
                        .required("feeId")
                        .malformed("feeId", "1", "")
                        .unknown("feeId", NO_ID, "FEE_NOT_FOUND")
                        .forbiddenToMembers()
                        .onlyOneOfTwo(409, "FEE_DECIDED"),
                command(InDoubt.RESOLVE, 200, this::resolveRemittance)
                        .required("remittanceId", "decision", "reason")
                        .malformed("remittanceId", "1", NO_ID + "0")
                        .malformed("decision", "", "PERHAPS")
                        .malformed("reason", "", " ", TOO_LONG)
                        .unknown("remittanceId", NO_ID, "REMITTANCE_NOT_FOUND")
                        .forbiddenToMembers(),
                command(InDoubt.APPROVE, 200, this::approveResolution)
                        .required("resolutionId")
                        .malformed("resolutionId", "1", "")
                        .unknown("resolutionId", NO_ID, "RESOLUTION_NOT_FOUND")
                        .forbiddenToMembers()
                        .onlyOneOfTwo(409, "RESOLUTION_DECIDED"));
    }

    private Occasion confirmPayee() {
        Member sender = people.aMember().signedUp();
        JsonObject body = json(
                "memberId",
                sender.id(),
                "payeeMemberId",
                people.aMember().signedUp().id());
        return new Occasion(
                mypay.client().asMember(sender.id()),
                body,
                with(body, "payeeMemberId", people.aMember().signedUp().id()),
                () -> rows("CONFIRMATION WHERE SENDER_ID = " + sender.id()));
    }

    private Occasion requestRemittance() {
        Member sender = people.aMember().withMoney(30_000).signedUp();
        String token = remittances.confirmed(sender, people.aMember().signedUp());
        JsonObject body = Remittances.request(sender.id(), token, 5_000);
        return new Occasion(
                mypay.client().asMember(sender.id()),
                body,
                with(body, "amountWon", 6_000),
                () -> rows("REMITTANCE WHERE SENDER_ID = " + sender.id()));
    }

    /** One that waits behind another, which waits for a bank that takes its time. */
    private Occasion cancelRemittance() {
        Member sender = people.aMember().withAccountAt("092").signedUp();
        Member payee = people.aMember().signedUp();
        mypay.banks().behaves("092", "SLOW", "delayMillis", 4_000, "nextCalls", 1);
        remittances.send(sender, payee, 5_000);
        String waiting = remittances.send(sender, payee, 6_000);
        String another = remittances.send(sender, payee, 7_000);
        return new Occasion(
                mypay.client().asMember(sender.id()),
                json("remittanceId", waiting),
                json("remittanceId", another),
                () -> rows("REMITTANCE WHERE STATUS = 'CANCELLED' AND REMITTANCE_ID = '" + waiting + "'"));
    }

    private Occasion scheduleRemittance() {
        Member sender = people.aMember().signedUp();
        String token = remittances.confirmed(sender, people.aMember().signedUp());
        JsonObject body =
                json("memberId", sender.id(), "confirmationToken", token, "amountWon", 5_000, "dayOfMonth", 25);
        return new Occasion(
                mypay.client().asMember(sender.id()),
                body,
                with(body, "amountWon", 6_000),
                () -> rows("STANDING_REMITTANCE WHERE SENDER_ID = " + sender.id()));
    }

    private Occasion cancelStandingRemittance() {
        Occasion schedule = scheduleRemittance();
        String id = schedule.caller().post(SCHEDULE, schedule.body()).is(201).string("standingRemittanceId");
        return new Occasion(
                schedule.caller(),
                json("standingRemittanceId", id),
                json("standingRemittanceId", NO_ID),
                () -> rows("STANDING_REMITTANCE WHERE STATUS = 'CANCELLED' AND STANDING_ID = '" + id + "'"));
    }

    /** For amounts that nobody sends. */
    private Occasion modifyRemittanceFee() {
        long from = AMOUNTS.incrementAndGet();
        JsonObject body = json(
                "payeeKind",
                "ACCOUNT",
                "amountFromWon",
                from,
                "feeWon",
                900,
                "effectiveFrom",
                mypay.today().plusDays(1).toString());
        return new Occasion(
                mypay.client().asOperator(),
                body,
                with(body, "feeWon", 1_000),
                () -> rows("REMITTANCE_FEE WHERE AMOUNT_FROM_WON = " + from));
    }

    private Occasion approveRemittanceFee() {
        Occasion modify = modifyRemittanceFee();
        String feeId = modify.caller().post(MODIFY_FEE, modify.body()).is(200).string("feeId");
        return new Occasion(
                mypay.client().asStaff("choi.approver", "approver"),
                json("feeId", feeId),
                json("feeId", NO_ID),
                () -> rows("REMITTANCE_FEE WHERE STATUS = 'APPROVED' AND FEE_ID = '" + feeId + "'"));
    }

    private Occasion resolveRemittance() {
        String remittanceId = InDoubt.of(mypay).oneThatStays();
        JsonObject body = json("remittanceId", remittanceId, "decision", "REFUSED", "reason", "은행에 전화로 확인");
        return new Occasion(
                mypay.client().asOperator(),
                body,
                with(body, "decision", "COMPLETED"),
                () -> rows("RESOLUTION WHERE REMITTANCE_ID = '" + remittanceId + "'"));
    }

    private Occasion approveResolution() {
        String remittanceId = InDoubt.of(mypay).another();
        Answer proposed = mypay.client()
                .asOperator()
                .post(
                        InDoubt.RESOLVE,
                        json("remittanceId", remittanceId, "decision", "REFUSED", "reason", "은행에 전화로 확인"))
                .is(200);
        Client approver = mypay.client().asStaff("choi.approver", "approver");
        return new Occasion(
                approver,
                json("resolutionId", proposed.string("resolutionId")),
                json("resolutionId", NO_ID),
                () -> rows("RESOLUTION WHERE STATUS = 'APPROVED' AND REMITTANCE_ID = '" + remittanceId + "'"));
    }

    private long rows(String table) {
        return new Sql(mypay, "remittance").count(table);
    }
}
