package com.mypay.frameworktest.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules, each with the name under which a violation is reported. */
public final class HouseRules {
    private static final String MYPAY = "com.mypay..";
    private static final String FRAMEWORK = "com.mypay.framework..";

    private final String basePackage;
    private final Map<String, ArchRule> rules = new LinkedHashMap<>();

    private HouseRules(String basePackage) {
        this.basePackage = basePackage;
    }

    /** @param alsoKnown packages of other modules that this one may know */
    public static HouseRules ofService(String basePackage, List<String> alsoKnown) {
        HouseRules house = new HouseRules(basePackage);
        house.layers();
        house.resources();
        house.otherServices(alsoKnown);
        house.transactions();
        house.useCases();
        house.everywhere();
        house.rules.put("injected time and ids", Conditions.noHiddenInputs());
        return house;
    }

    public static HouseRules ofLibrary(String basePackage) {
        HouseRules house = new HouseRules(basePackage);
        house.everywhere();
        return house;
    }

    public String basePackage() {
        return basePackage;
    }

    Set<String> names() {
        return rules.keySet();
    }

    /** By the rule's name, the descriptions of what breaks it; rules that are kept are left out. */
    public Map<String, List<String>> violations(JavaClasses classes) {
        Map<String, List<String>> violations = new LinkedHashMap<>();
        rules.forEach((name, rule) -> {
            List<String> details = rule.allowEmptyShould(true)
                    .evaluate(classes)
                    .getFailureReport()
                    .getDetails();
            if (!details.isEmpty()) {
                violations.put(name, details);
            }
        });
        return violations;
    }

    private void layers() {
        rules.put(
                "domain knows only itself, values, problems, java and JPA's annotations",
                classes()
                        .that()
                        .resideInAPackage(in("domain"))
                        .should(Conditions.onlyKnow(
                                List.of(
                                        in("domain"),
                                        "com.mypay.framework.value..",
                                        "com.mypay.framework.problem..",
                                        "java..",
                                        "jakarta.persistence..",
                                        "org.jspecify.."),
                                List.of("java.sql..", "java.net..", "java.io.."))));
        rules.put(
                "application knows no adapter, no JAX-RS, no JPA, no JMS, no JDBC",
                noClasses()
                        .that()
                        .resideInAPackage(in("application"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                in("adapter"),
                                "jakarta.ws.rs..",
                                "jakarta.persistence..",
                                "jakarta.jms..",
                                "java.sql..",
                                "javax.sql..",
                                "com.mypay.framework.persistence..",
                                "com.mypay.framework.rest..",
                                "com.mypay.framework.client.."));
        rules.put(
                "adapter.in doesn't know adapter.out",
                noClasses()
                        .that()
                        .resideInAPackage(in("adapter.in"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(in("adapter.out")));
        rules.put(
                "adapter.out doesn't know adapter.in",
                noClasses()
                        .that()
                        .resideInAPackage(in("adapter.out"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(in("adapter.in")));
    }

    private void resources() {
        rules.put(
                "a resource is made once, not for each request",
                classes()
                        .that()
                        .areAnnotatedWith("jakarta.ws.rs.Path")
                        .and()
                        .areNotInterfaces()
                        .should()
                        .beAnnotatedWith("jakarta.enterprise.context.ApplicationScoped"));
    }

    private void otherServices(List<String> alsoKnown) {
        List<String> known = new ArrayList<>(List.of(basePackage + "..", FRAMEWORK));
        alsoKnown.forEach(other -> known.add(other + ".."));
        rules.put("no service knows another service's classes", classes().should(Conditions.onlyKnowOf(MYPAY, known)));
    }

    private void transactions() {
        rules.put(
                "transactions are bracketed by Transactions.inTransaction, not by annotations or by hand",
                noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.transaction.."));
    }

    private void useCases() {
        rules.put(
                "a use case has exactly one public method",
                classes().that(Conditions.areUseCasesIn(in("application"))).should(Conditions.haveOnePublicMethod()));
        rules.put(
                "nothing in the domain has a setter",
                classes().that().resideInAPackage(in("domain")).should(Conditions.haveNoSetter()));
        rules.put(
                "no floating point in domain and application",
                classes()
                        .that()
                        .resideInAnyPackage(in("domain"), in("application"))
                        .should(Conditions.haveNoFloatingPoint()));
    }

    private void everywhere() {
        rules.put("a name says what a thing is", classes().should(Conditions.haveATellingName()));
        rules.put("every package is @NullMarked", classes().should(Conditions.resideInANullMarkedPackage()));
        rules.put(
                "no cycles between packages",
                slices().matching(basePackage + ".(**)").should().beFreeOfCycles());
    }

    private String in(String layer) {
        return basePackage + "." + layer + "..";
    }
}
