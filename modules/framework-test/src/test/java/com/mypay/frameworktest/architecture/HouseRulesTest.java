package com.mypay.frameworktest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule rejects its canary, and lets a well-made service pass. */
class HouseRulesTest {
    private static final String CANARY = "com.mypay.frameworktest.architecture.canary.";
    private static final Map<String, List<String>> OF_BAD_SERVICE = violations("bad", List.of());

    static Stream<Arguments> canaries() {
        return Stream.of(
                canary("domain knows only", "KnowsTheFrameworksClock", "KnowsJdbc", "KnowsItsUseCase"),
                canary(
                        "application knows no",
                        "KnowsItsAdapter",
                        "KnowsJaxRs",
                        "KnowsJpa",
                        "KnowsJms",
                        "KnowsTheDataSource"),
                canary("adapter.in doesn't know adapter.out", "Resource"),
                canary("a resource is made once", "Resource"),
                canary("adapter.out doesn't know adapter.in", "Client"),
                canary("no service knows another", "KnowsItsNeighbour"),
                canary("transactions are bracketed", "IsTransactional", "HasATransactionalMethod", "BeginsByHand"),
                canary("a use case has exactly one", "DoesTwoThings", "DoesNothing"),
                canary("nothing in the domain has a setter", "HasASetter.setStatus"),
                canary(
                        "no floating point",
                        "CountsInDoubles.balance",
                        "CountsInDoubles.add(float)",
                        "CountsInDoubles.parts()"),
                canary(
                        "a name says",
                        "PaymentManager",
                        "PaymentHelper",
                        "PaymentUtils",
                        "PaymentDto",
                        "PaymentEntity",
                        "PaymentsImpl"),
                canary("every package is @NullMarked", "InAnUnmarkedPackage"),
                canary("no cycles", "adapter.in", "adapter.out"),
                canary(
                        "injected time and ids",
                        "AsksTheSystemForTheTime.called()",
                        "AsksTheSystemForTheTime.referenced()",
                        "AsksTheSystemForTheTime.millis()",
                        "AsksTheSystemForTheTime.nanos()",
                        "AsksTheSystemForTheTime.clock()",
                        "DrawsItsOwnIds.next()"));
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void aRuleRejectsItsCanaries(String rule, List<String> canaries) {
        String details = String.join("\n", OF_BAD_SERVICE.get(fullName(rule)));
        assertThat(details).contains(canaries);
    }

    @Test
    void everyRuleHasACanary() {
        Set<String> withCanary =
                canaries().map(c -> fullName((String) c.get()[0])).collect(Collectors.toSet());
        assertThat(HouseRules.ofService(CANARY + "bad", List.of()).names()).hasSameElementsAs(withCanary);
    }

    @Test
    void aWellMadeServiceKeepsAllRules() {
        assertThat(violations("good", List.of())).isEmpty();
    }

    @Test
    void aModuleMayBeToldWhomElseItMayKnow() {
        assertThat(violations("bad", List.of(CANARY + "other")))
                .doesNotContainKey(fullName("no service knows another"))
                .hasSize(OF_BAD_SERVICE.size() - 1);
    }

    private static Map<String, List<String>> violations(String service, List<String> alsoKnown) {
        return HouseRules.ofService(CANARY + service, alsoKnown)
                .violations(new ClassFileImporter().importPackages(CANARY + service));
    }

    private static String fullName(String start) {
        return HouseRules.ofService(CANARY + "bad", List.of()).names().stream()
                .filter(name -> name.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule starts with " + start));
    }

    private static Arguments canary(String rule, String... rejected) {
        return Arguments.of(rule, List.of(rejected));
    }
}
