package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.Remittances;
import com.mypay.systemtests.kit.RunningInstallation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What belongs to a person, in values that nothing else here has: name, telephone, mail address, business number, account
 * number, token, what somebody writes. Sent everywhere where a person's data comes in, by good commands and by refused
 * ones.
 */
final class Canaries {

    private final RunningInstallation mypay;
    private final String digits = Integer.toString(ThreadLocalRandom.current().nextInt(1_000, 9_999));
    private final String name = "카나리" + hangul() + "아새";
    private final String phone = "010-975" + digits.charAt(0) + "-" + digits;
    private final String email = "canary.bird" + digits;
    private final String memo = "쪽지" + hangul() + digits;
    private final String businessNumber = People.aBusinessNumber();
    private final List<String> values = new ArrayList<>(List.of(name, phone, email, memo, businessNumber));
    private final List<String> masked = new ArrayList<>(List.of(
            "카****새", "010-****-" + digits, businessNumber.substring(0, 3) + "-**-***" + businessNumber.substring(10)));

    Canaries(RunningInstallation mypay) {
        this.mypay = mypay;
        values.add(phone.replace("-", ""));
        values.add(businessNumber.replace("-", ""));
    }

    private static String hangul() {
        return Character.toString('가' + ThreadLocalRandom.current().nextInt(10_000));
    }

    /** @return what the APIs answered */
    List<Answer> plant() {
        List<Answer> answers = new ArrayList<>();
        Answer signedUp = mypay.client()
                .post(
                        "/membership/com/v1/create/member",
                        json(
                                "name",
                                name,
                                "email",
                                email + "@example.com",
                                "phone",
                                phone,
                                "province",
                                "서울특별시",
                                "district",
                                "강남구"))
                .is(201);
        answers.add(signedUp);
        answers.addAll(franchise());
        Banks.Account account = mypay.banks().open("004", name, 1_000_000);
        values.add(account.number());
        masked.add("*" + account.number().substring(account.number().length() - 4));
        Member member = new Member(signedUp.number("memberId"), account);
        answers.add(mypay.people().register(member.id(), new Banks.Account("004", account.number(), "남의 이름")));
        mypay.people().link(member.id(), account);
        answers.addAll(remittance(account));
        // Breaks off in the middle: what can't be read can't be masked by its fields
        answers.add(mypay.client()
                .asMember(member.id())
                .with("Idempotency-Key", "canary-" + account.holderName().hashCode())
                .postText(
                        "/banking/com/v1/register/bank-account",
                        "{\"holderName\": \"" + name + "\", \"accountNumber\": \"" + account.number()));
        answers.add(mypay.client()
                .asOperator()
                .get("/banking/com/v1/check/account", "bankCode", "004", "accountNumber", account.number()));
        return answers;
    }

    private List<Answer> franchise() {
        var body = json(
                "name",
                name,
                "email",
                email + "@example.com",
                "phone",
                phone,
                "province",
                "서울특별시",
                "district",
                "강남구",
                "businessNumber",
                businessNumber);
        // The second one is refused: the number is taken, by a unique key that the database's own words would quote
        return List.of(
                mypay.client().post("/membership/com/v1/create/franchise", body).is(201),
                mypay.client().post("/membership/com/v1/create/franchise", body).is(422));
    }

    private List<Answer> remittance(Banks.Account payee) {
        Remittances remittances = new Remittances(mypay);
        Member sender = mypay.people().aMember().withMoney(20_000).signedUp();
        Answer confirmed = remittances.confirm(sender, payee).is(201);
        String token = confirmed.string("confirmationToken");
        values.add(token);
        return List.of(
                confirmed,
                mypay.client()
                        .asMember(sender.id())
                        .post(
                                Remittances.REQUEST,
                                json(
                                        "memberId",
                                        sender.id(),
                                        "confirmationToken",
                                        token,
                                        "amountWon",
                                        1_000,
                                        "memo",
                                        memo))
                        .is(202));
    }

    /** What may be read instead: it has to be there, or nothing of all this was logged. */
    List<String> asTheyMayBeShown() {
        return masked;
    }

    void assertNoneIn(String where, String text) {
        for (String value : values) {
            assertThat(text.contains(value)).as("%s shows %s", where, value).isFalse();
        }
    }
}
