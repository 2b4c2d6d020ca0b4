package com.mypay.frameworktest;

import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The business log is complete: every command (a class with an {@code OPERATION}) comes to a place where an event is
 * written, every event of the catalogue is told by the service that it names, and by no other one.
 */
public final class BusinessLogRules {

    private static final String COMMAND = "OPERATION";
    private static final String WRITE = "write";

    private BusinessLogRules() {}

    /** @param basePackage the service's, {@code com.mypay.banking} */
    public static void check(String basePackage) {
        String service = basePackage.substring(basePackage.lastIndexOf('.') + 1);
        Set<String> own = new HashSet<>();
        Arrays.stream(BusinessEvent.values())
                .filter(event -> event.service().equals(service))
                .forEach(event -> own.add(event.name()));
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        List<String> violations = violations(classes, basePackage, own);
        if (!violations.isEmpty()) {
            throw new AssertionError("The business log is not complete:\n  - " + String.join("\n  - ", violations));
        }
    }

    static List<String> violations(JavaClasses classes, String basePackage, Set<String> ownEvents) {
        List<String> violations = new ArrayList<>();
        classes.stream()
                .filter(type -> type.tryGetField(COMMAND)
                        .filter(field -> field.getRawType().isEquivalentTo(String.class))
                        .isPresent())
                .filter(command -> !tells(command, basePackage))
                .forEach(command -> violations.add(command.getName() + " writes no business event"));
        Set<String> told = told(classes);
        ownEvents.stream()
                .filter(event -> !told.contains(event))
                .forEach(event -> violations.add(event + " is never written"));
        told.stream()
                .filter(event -> !ownEvents.contains(event))
                .forEach(event -> violations.add(event + " is written here and named as another service's"));
        violations.sort(null);
        return violations;
    }

    private static Set<String> told(JavaClasses classes) {
        Set<String> told = new HashSet<>();
        classes.stream()
                .filter(type -> !type.isEquivalentTo(BusinessEvent.class))
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(BusinessEvent.class))
                .forEach(access -> told.add(access.getTarget().getName()));
        return told;
    }

    /** Whether any of its methods leads there, through whatever methods of the same service. */
    private static boolean tells(JavaClass command, String basePackage) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>(command.getCodeUnits());
        Set<JavaCodeUnit> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.remove();
            for (JavaCodeUnitAccess<?> access : accesses(unit)) {
                if (access.getTargetOwner().isEquivalentTo(BusinessLog.class)
                        && access.getTarget().getName().equals(WRITE)) {
                    return true;
                }
                if (access.getTargetOwner().getPackageName().startsWith(basePackage)) {
                    access.getTarget().resolveMember().filter(seen::add).ifPresent(open::add);
                }
            }
        }
        return false;
    }

    private static List<JavaCodeUnitAccess<?>> accesses(JavaCodeUnit unit) {
        List<JavaCodeUnitAccess<?>> accesses = new ArrayList<>(unit.getCallsFromSelf());
        accesses.addAll(unit.getCodeUnitReferencesFromSelf());
        return accesses;
    }
}
