package com.mypay.frameworktest.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What ArchUnit doesn't bring along. */
final class Conditions {
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Impl|Manager|Helper|Util|Utils|Dto|DTO|Entity)");
    private static final Pattern SETTER = Pattern.compile("set[A-Z].*");
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    /** What answers differently each time it is asked, by class. */
    private static final Map<String, Set<String>> HIDDEN_INPUTS = Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.time.Clock", Set.of("system", "systemUTC", "systemDefaultZone"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.lang.Math", Set.of("random"),
            "java.util.concurrent.ThreadLocalRandom", Set.of("current"),
            "java.util.Random", Set.of("<init>"),
            "java.security.SecureRandom", Set.of("<init>"));

    private Conditions() {}

    static ArchCondition<JavaClass> onlyKnow(List<String> allowed, List<String> except) {
        PackageMatchers known = PackageMatchers.of(allowed.toArray(String[]::new));
        PackageMatchers unknown = PackageMatchers.of(except.toArray(String[]::new));
        return dependencies("know only " + allowed, dependency -> {
            String target = dependency.getTargetClass().getPackageName();
            return known.test(target) && !unknown.test(target);
        });
    }

    /** Of the packages in a space only those that are allowed; everything outside of the space is left alone. */
    static ArchCondition<JavaClass> onlyKnowOf(String space, List<String> allowed) {
        PackageMatchers inSpace = PackageMatchers.of(space);
        PackageMatchers known = PackageMatchers.of(allowed.toArray(String[]::new));
        return dependencies("know of " + space + " only " + allowed, dependency -> {
            String target = dependency.getTargetClass().getPackageName();
            return !inSpace.test(target) || known.test(target);
        });
    }

    private static ArchCondition<JavaClass> dependencies(
            String description, java.util.function.Predicate<Dependency> allowed) {
        return condition(
                description,
                (type, violation) -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !allowed.test(dependency))
                        .forEach(dependency -> violation.accept(dependency.getDescription())));
    }

    /** The clock, ids and randomness are injected: {@code now()} and its kin are called in the framework only. */
    static ArchRule noHiddenInputs() {
        DescribedPredicate<JavaAccess<?>> hidden =
                DescribedPredicate.describe("that answers differently each time", access -> {
                    String owner = access.getTargetOwner().getFullName();
                    boolean now =
                            owner.startsWith("java.time.") && access.getName().equals("now");
                    boolean date = owner.equals("java.util.Date")
                            && access.getTarget().getFullName().equals("java.util.Date.<init>()");
                    return now
                            || date
                            || HIDDEN_INPUTS.getOrDefault(owner, Set.of()).contains(access.getName());
                });
        return noClasses().should().accessTargetWhere(hidden);
    }

    /**
     * Public classes of the application layer that do something: not its ports, records, enums (problems), interfaces
     * and exceptions. Queries ({@code Find…}) may offer several: by id, by member, by period.
     */
    static DescribedPredicate<JavaClass> areUseCasesIn(String application) {
        PackageMatchers inApplication = PackageMatchers.of(application);
        return DescribedPredicate.describe(
                "are use cases",
                type -> inApplication.test(type.getPackageName())
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.isTopLevelClass()
                        && !type.isInterface()
                        && !type.isEnum()
                        && !type.isRecord()
                        && !type.isAssignableTo(Throwable.class)
                        && !type.getSimpleName().startsWith("Find")
                        && !type.getPackageName().contains(".port"));
    }

    static ArchCondition<JavaClass> haveOnePublicMethod() {
        return condition("have exactly one public method", (type, violation) -> {
            List<String> methods = type.getMethods().stream()
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .map(JavaMethod::getName)
                    .sorted()
                    .toList();
            if (methods.size() != 1) {
                violation.accept(type.getName() + " has " + methods.size() + " public methods: " + methods);
            }
        });
    }

    static ArchCondition<JavaClass> haveNoSetter() {
        return condition(
                "have no setter",
                (type, violation) -> type.getMethods().stream()
                        .filter(method -> SETTER.matcher(method.getName()).matches())
                        .forEach(method -> violation.accept(method.getFullName() + " sets; say what happens instead")));
    }

    static ArchCondition<JavaClass> haveNoFloatingPoint() {
        return condition("have no double and no float", (type, violation) -> {
            type.getFields().stream()
                    .filter(Conditions::isFloating)
                    .forEach(field -> violation.accept("field " + field.getFullName() + " is floating point"));
            type.getMethods().stream()
                    .filter(Conditions::isFloating)
                    .forEach(method ->
                            violation.accept("method " + method.getFullName() + " takes or gives floating point"));
        });
    }

    static ArchCondition<JavaClass> haveATellingName() {
        return condition("have a telling name", (type, violation) -> {
            if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
                violation.accept(type.getName() + " has a suffix that says nothing");
            }
        });
    }

    static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return condition("reside in a @NullMarked package", (type, violation) -> {
            if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                violation.accept("package " + type.getPackageName() + " has no package-info.java with @NullMarked ("
                        + type.getSimpleName() + ")");
            }
        });
    }

    private static boolean isFloating(JavaField field) {
        return FLOATING.contains(field.getRawType().getBaseComponentType().getFullName());
    }

    private static boolean isFloating(JavaMethod method) {
        return FLOATING.contains(
                        method.getRawReturnType().getBaseComponentType().getFullName())
                || method.getRawParameterTypes().stream()
                        .anyMatch(type ->
                                FLOATING.contains(type.getBaseComponentType().getFullName()));
    }

    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, Consumer<String>> violations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations.accept(type, message -> events.add(SimpleConditionEvent.violated(type, message)));
            }
        };
    }
}
