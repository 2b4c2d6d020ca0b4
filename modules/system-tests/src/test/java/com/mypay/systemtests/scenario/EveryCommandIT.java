package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.with;
import static com.mypay.systemtests.kit.Json.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.AtOnce;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.Json;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.Second;
import com.mypay.systemtests.kit.SharedInstallation;
import com.mypay.systemtests.scenario.CommandCase.Malformed;
import com.mypay.systemtests.scenario.CommandCase.Occasion;
import com.mypay.systemtests.scenario.CommandCase.Refusal;
import com.mypay.systemtests.scenario.CommandCase.Unknown;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Bad input, given to every command of every service. Many of them are one service's part of a business that the others
 * have no part in, so that their books differ afterwards.
 */
@ExtendWith(SharedInstallation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCommandIT {

    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(2);

    /** Slices of the batch jobs' work, which may be asked for again and have no request ids: see SettlementIT. */
    private static final List<String> OF_JOBS = List.of("/adm/v1/purge/", "/adm/v1/reconcile/");

    private final RunningInstallation mypay;
    private final List<CommandCase> commands;
    private final Map<String, Occasion> untouched = new HashMap<>();
    private final Set<Refused> refused = ConcurrentHashMap.newKeySet();

    /** A problem that was answered, as a client sees it. */
    private record Refused(String method, String path, String status, String code) {}

    EveryCommandIT(@Second RunningInstallation mypay) {
        this.mypay = mypay;
        this.commands = new Commands(mypay).all();
        mypay.listen(this::note);
    }

    private void note(Answer answer) {
        if (answer.contentType().startsWith("application/problem+json")) {
            String[] call = answer.call().split("[ ?]", 3);
            String method = call[0].toLowerCase(Locale.ROOT);
            refused.add(new Refused(method, call[1], Integer.toString(answer.status()), answer.string("code")));
        }
    }

    /** Each operation's description says what it may answer: all that was answered here stands in it. */
    @AfterAll
    void everyProblemThatWasAnsweredIsListed() {
        mypay.listen(answer -> {});
        JsonObject paths = paths();
        assertThat(refused).isNotEmpty();
        assertThat(refused).allSatisfy(each -> {
            JsonObject responses = paths.getJsonObject(each.path())
                    .getJsonObject(each.method())
                    .getJsonObject("responses");
            assertThat(responses).containsKey(each.status());
            assertThat(responses.getJsonObject(each.status()).getString("description"))
                    .contains(each.code());
        });
    }

    private JsonObject paths() {
        String document = mypay.client()
                .with("Accept", "application/json")
                .get("/openapi")
                .is(200)
                .text();
        return Json.object(document).getJsonObject("paths");
    }

    @Test
    void noCommandIsMissingHere() {
        JsonObject paths = paths();
        Set<String> offered = paths.keySet().stream()
                .filter(path -> paths.getJsonObject(path).containsKey("post"))
                .filter(path -> !path.endsWith(DeadLettersIT.RESEND))
                .filter(path -> OF_JOBS.stream().noneMatch(path::contains))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(commands.stream().map(command -> command.path)).containsExactlyInAnyOrderElementsOf(offered);
    }

    @TestFactory
    Stream<DynamicTest> isCarriedOut() {
        return each(command -> true, command -> {
            Occasion occasion = command.occasion.get();
            occasion.caller().post(command.path, occasion.body()).is(command.status);
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesAMissingField() {
        return eachUnchanged(command -> true, (command, occasion) -> {
            for (String field : command.required) {
                Answer answer = occasion.caller().post(command.path, without(occasion.body(), field));
                answer.isProblem(400, "FIELD_INVALID");
                assertThat(fieldsOf(answer)).as(answer.call()).contains(field);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesAMalformedField() {
        return eachUnchanged(command -> !command.malformed.isEmpty(), (command, occasion) -> {
            for (Malformed malformed : command.malformed) {
                occasion.caller()
                        .post(command.path, with(occasion.body(), malformed.field(), malformed.value()))
                        .isProblem(400, malformed.code());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesAFieldOfAnotherType() {
        return eachUnchanged(command -> true, (command, occasion) -> {
            for (String field : command.required) {
                occasion.caller()
                        .post(command.path, with(occasion.body(), field, List.of(List.of())))
                        .is(400)
                        .isProblem();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesABodyThatIsNotItsJson() {
        return eachUnchanged(command -> true, (command, occasion) -> {
            Client caller = occasion.caller().with(Client.KEY, Client.newKey());
            for (String body : List.of("", "{", "[]", "null", "\"text\"", "{\"memberId\":}", "not json")) {
                caller.postText(command.path, body).is(400).isProblem();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesAnAmountThatIsNone() {
        return eachUnchanged(command -> command.amount != null, (command, occasion) -> {
            String field = Objects.requireNonNull(command.amount);
            List<Object> amounts = List.of(
                    0,
                    -1,
                    Long.MIN_VALUE,
                    command.largest + 1,
                    Long.MAX_VALUE,
                    BigInteger.TEN.pow(30),
                    new BigDecimal("0.5"),
                    new BigDecimal("1000.5"));
            for (Object amount : amounts) {
                occasion.caller()
                        .post(command.path, with(occasion.body(), field, amount))
                        .isProblem(400, "FIELD_INVALID");
            }
            occasion.caller()
                    .post(command.path, with(occasion.body(), field, "a lot"))
                    .isProblem(400, "BODY_UNREADABLE");
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesAnIdThatNamesNothing() {
        return eachUnchanged(command -> !command.unknown.isEmpty(), (command, occasion) -> {
            Client anybody = command.stranger != null && command.stranger.status() == 404
                    ? mypay.client().asOperator()
                    : occasion.caller();
            for (Unknown unknown : command.unknown) {
                anybody.post(command.path, with(occasion.body(), unknown.field(), unknown.value()))
                        .isProblem(unknown.status(), unknown.code());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> isNotForStrangers() {
        List<Client> strangers = List.of(
                mypay.client(),
                mypay.client().asMember(mypay.people().aMember().signedUp().id()),
                mypay.client()
                        .asFranchise(mypay.people().aFranchise().signedUp().id()));
        return eachUnchanged(command -> command.stranger != null, (command, occasion) -> {
            Refusal refusal = Objects.requireNonNull(command.stranger);
            for (Client stranger : strangers) {
                stranger.post(command.path, occasion.body()).isProblem(refusal.status(), refusal.code());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> needsTheRoleAndNotOnlyStaff() {
        return eachUnchanged(command -> command.path.contains("/adm/"), (command, occasion) -> {
            mypay.client()
                    .asStaff("kim.norole", "janitor")
                    .post(command.path, occasion.body())
                    .isProblem(403, "NOT_PERMITTED");
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesAMissingOrMalformedRequestId() {
        return eachUnchanged(command -> true, (command, occasion) -> {
            occasion.caller().postText(command.path, occasion.body().toString()).isProblem(400, "REQUEST_ID_INVALID");
            for (String key : List.of("", " ", "a b", "x".repeat(65), "semi;colon", "<script>")) {
                occasion.caller().post(command.path, occasion.body(), key).isProblem(400, "REQUEST_ID_INVALID");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> explainsItselfInKorean() {
        return eachUnchanged(command -> true, (command, occasion) -> {
            occasion.caller()
                    .inKorean()
                    .postText(command.path, occasion.body().toString())
                    .isProblem(400, "REQUEST_ID_INVALID")
                    .isInKorean();
            String field = command.required.get(0);
            occasion.caller()
                    .inKorean()
                    .post(command.path, without(occasion.body(), field))
                    .isProblem(400, "FIELD_INVALID")
                    .isInKorean();
        });
    }

    @TestFactory
    Stream<DynamicTest> givesTheSameAnswerAgainAndHasOneEffect() {
        return each(command -> true, command -> {
            Occasion occasion = command.occasion.get();
            long before = occasion.effects().getAsLong();
            String key = Client.newKey();
            Answer first =
                    occasion.caller().post(command.path, occasion.body(), key).is(command.status);
            for (int repetition = 0; repetition < 2; repetition++) {
                Answer again = occasion.caller()
                        .post(command.path, occasion.body(), key)
                        .is(command.status);
                assertThat(again.text()).isEqualTo(first.text());
            }
            assertThat(occasion.effects().getAsLong()).isEqualTo(before + 1);
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesTheSameRequestIdWithOtherContent() {
        return each(command -> true, command -> {
            Occasion occasion = command.occasion.get();
            long before = occasion.effects().getAsLong();
            String key = Client.newKey();
            occasion.caller().post(command.path, occasion.body(), key).is(command.status);
            Client caller =
                    command.path.endsWith("/close/member") ? mypay.client().asOperator() : occasion.caller();
            if (command.path.endsWith("/close/member")) {
                // A member closes itself only: other content under the same caller is staff's
                caller.post(command.path, occasion.other(), key).is(command.status);
                caller.post(command.path, occasion.body(), key).isProblem(422, "REQUEST_ID_REUSED");
            } else {
                caller.post(command.path, occasion.other(), key).isProblem(422, "REQUEST_ID_REUSED");
                assertThat(occasion.effects().getAsLong()).isEqualTo(before + 1);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> hasOneEffectIfOneRequestComesThreeTimesAtOnce() {
        return each(command -> true, command -> {
            Occasion occasion = command.occasion.get();
            long before = occasion.effects().getAsLong();
            String key = Client.newKey();
            List<Answer> answers = AtOnce.call(3, i -> occasion.caller().post(command.path, occasion.body(), key));
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(
                                    answer.status() == command.status || answer.isProblemOf("REQUEST_RUNNING"))
                            .as("%s answers %s %s", answer.call(), answer.status(), answer.text())
                            .isTrue());
            Answer last = await().atMost(LONGEST_COMMAND)
                    .until(
                            () -> occasion.caller().post(command.path, occasion.body(), key),
                            answer -> answer.status() == command.status);
            assertThat(answers.stream().filter(answer -> answer.status() == command.status))
                    .allSatisfy(answer -> assertThat(answer.text()).isEqualTo(last.text()));
            assertThat(occasion.effects().getAsLong()).isEqualTo(before + 1);
        });
    }

    @TestFactory
    Stream<DynamicTest> hasAsManyEffectsAsItMayIfTwoRequestsComeAtOnce() {
        return each(command -> true, command -> {
            Occasion occasion = command.occasion.get();
            long before = occasion.effects().getAsLong();
            List<Answer> answers = AtOnce.call(2, i -> occasion.caller().post(command.path, occasion.body()));
            List<Answer> refused = answers.stream()
                    .filter(answer -> answer.status() != command.status)
                    .toList();
            Refusal refusal = command.rivals.refusal();
            if (refusal == null) {
                assertThat(refused).isEmpty();
            } else {
                assertThat(refused)
                        .singleElement()
                        .satisfies(answer -> answer.isProblem(refusal.status(), refusal.code()));
            }
            assertThat(occasion.effects().getAsLong()).isEqualTo(before + command.rivals.effects());
        });
    }

    /** One that nothing has been done with: whoever refuses changes nothing, so one is enough for all refusals. */
    private Occasion untouched(CommandCase command) {
        return untouched.computeIfAbsent(command.path, path -> command.occasion.get());
    }

    /** Whatever is refused, nothing has happened. */
    private Stream<DynamicTest> eachUnchanged(
            Predicate<CommandCase> which, BiConsumer<CommandCase, Occasion> refusals) {
        return each(which, command -> {
            Occasion occasion = untouched(command);
            long before = occasion.effects().getAsLong();
            refusals.accept(command, occasion);
            assertThat(occasion.effects().getAsLong()).isEqualTo(before);
        });
    }

    private Stream<DynamicTest> each(Predicate<CommandCase> which, Consumer<CommandCase> check) {
        return commands.stream()
                .filter(which)
                .map(command -> dynamicTest(command.toString(), () -> check.accept(command)));
    }

    private static List<String> fieldsOf(Answer problem) {
        return problem.items("fields").map(field -> field.getString("name")).toList();
    }
}
