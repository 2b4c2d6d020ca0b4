package com.mypay.systemtests.kit;

import static com.mypay.systemtests.kit.Json.json;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.People.Member;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Remittances as members send them: the payee confirmed, the remittance requested and looked at. */
public final class Remittances {

    public static final String CONFIRM = "/remittance/com/v1/confirm/payee";
    public static final String REQUEST = "/remittance/com/v1/request/remittance";
    public static final String CANCEL = "/remittance/com/v1/cancel/remittance";

    private static final Set<String> ENDS = Set.of("SUCCEEDED", "FAILED", "CANCELLED");
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final RunningInstallation mypay;

    public Remittances(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    public Answer confirm(Member sender, Member payee) {
        return mypay.client()
                .asMember(sender.id())
                .post(CONFIRM, json("memberId", sender.id(), "payeeMemberId", payee.id()));
    }

    public Answer confirm(Member sender, Banks.Account payee) {
        return mypay.client()
                .asMember(sender.id())
                .post(
                        CONFIRM,
                        json("memberId", sender.id(), "bankCode", payee.bankCode(), "accountNumber", payee.number()));
    }

    /** A token to send with. */
    public String confirmed(Member sender, Member payee) {
        return confirm(sender, payee).is(201).string("confirmationToken");
    }

    /** A token to send with. */
    public String confirmed(Member sender, Banks.Account payee) {
        return confirm(sender, payee).is(201).string("confirmationToken");
    }

    public Answer request(Member sender, String token, long won) {
        return request(sender, token, won, Client.newKey());
    }

    public Answer request(Member sender, String token, long won, String key) {
        return mypay.client().asMember(sender.id()).post(REQUEST, request(sender.id(), token, won), key);
    }

    public static JsonObject request(long memberId, String token, long won) {
        return json("memberId", memberId, "confirmationToken", token, "amountWon", won, "memo", "저녁값");
    }

    /** @return its id; it is on its way */
    public String send(Member sender, Member payee, long won) {
        return request(sender, confirmed(sender, payee), won).is(202).string("remittanceId");
    }

    /** @return its id; it is on its way */
    public String send(Member sender, Banks.Account payee, long won) {
        return request(sender, confirmed(sender, payee), won).is(202).string("remittanceId");
    }

    public Answer cancel(Member sender, String remittanceId) {
        return mypay.client().asMember(sender.id()).post(CANCEL, json("remittanceId", remittanceId));
    }

    public Answer find(Member sender, String remittanceId) {
        return mypay.client()
                .asMember(sender.id())
                .get("/remittance/com/v1/find/remittance", "remittanceId", remittanceId)
                .is(200);
    }

    /** Waits until it has this status. */
    public Answer awaitStatus(Member sender, String remittanceId, String status) {
        return awaitThat(
                sender,
                remittanceId,
                "is " + status,
                found -> found.string("status").equals(status));
    }

    /** Waits until this is the step that it waits for. */
    public Answer awaitStep(Member sender, String remittanceId, String step) {
        return awaitThat(
                sender,
                remittanceId,
                "waits for " + step,
                found -> found.json().getString("step", "").equals(step));
    }

    /** Waits until it has ended, whatever way. */
    public Answer awaitEnd(Member sender, String remittanceId) {
        return awaitThat(sender, remittanceId, "has ended", found -> ENDS.contains(found.string("status")));
    }

    /** Whoever looks while the server is away gets no answer, and looks again. */
    private Answer awaitThat(
            Member sender, String remittanceId, String what, java.util.function.Predicate<Answer> isSo) {
        return await("remittance " + remittanceId + " " + what)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> find(sender, remittanceId), isSo);
    }

    /** The statuses that it has had, each once. */
    public static List<String> statuses(Answer found) {
        return found.items("steps")
                .map(step -> step.getString("status"))
                .distinct()
                .toList();
    }
}
