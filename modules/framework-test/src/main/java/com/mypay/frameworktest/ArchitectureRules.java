package com.mypay.frameworktest;

import com.mypay.frameworktest.architecture.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules that every service's classes keep. Each module has one test that calls {@link #check}:
 *
 * <pre>{@code
 * class BankingArchitectureTest {
 *     @Test
 *     void keepsTheRulesOfTheHouse() {
 *         ArchitectureRules.check("com.mypay.banking");
 *     }
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /**
     * Fails with every violation of every rule in the production classes below a package.
     *
     * @param basePackage the service's, {@code com.mypay.banking}
     * @param alsoKnown packages of other modules that this one may know: {@code com.mypay.settlement} for its batch jobs
     */
    public static void check(String basePackage, String... alsoKnown) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        check(classes, HouseRules.ofService(basePackage, List.of(alsoKnown)));
    }

    /** The rules that hold in modules without layers too: names, null marks, cycles, money without floating point. */
    public static void checkLibrary(String basePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        check(classes, HouseRules.ofLibrary(basePackage));
    }

    private static void check(JavaClasses classes, HouseRules rules) {
        if (classes.isEmpty()) {
            throw new AssertionError("there are no classes below " + rules.basePackage());
        }
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, List<String>> rule : rules.violations(classes).entrySet()) {
            rule.getValue().forEach(violation -> lines.add(rule.getKey() + ": " + violation));
        }
        if (!lines.isEmpty()) {
            throw new AssertionError("The rules of the house are broken:\n  - " + String.join("\n  - ", lines));
        }
    }
}
