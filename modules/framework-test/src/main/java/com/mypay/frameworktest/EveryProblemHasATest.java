package com.mypay.frameworktest;

import com.mypay.framework.problem.Problem;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every constant of a service's {@code …Problem} enum is provoked by a test: the tests of the same module name it, as a
 * constant ({@code BankingProblem.BANK_CLOSED}) or as the code in an answer ({@code "BANK_CLOSED"}).
 *
 * <pre>{@code
 * @Test
 * void everyProblemIsProvoked() {
 *     EveryProblemHasATest.check(BankingProblem.class);
 * }
 * }</pre>
 */
public final class EveryProblemHasATest {

    private EveryProblemHasATest() {}

    public static <P extends Enum<P> & Problem> void check(Class<P> problems) {
        Path target = classesOf(problems).resolveSibling("");
        check(problems, target.resolve("test-classes"), target.resolveSibling("src/test/java"));
    }

    static <P extends Enum<P> & Problem> void check(Class<P> problems, Path testClasses, Path testSources) {
        Set<String> provoked = constantsIn(problems, testClasses);
        provoked.addAll(codesIn(problems, testSources));
        List<String> forgotten = Arrays.stream(problems.getEnumConstants())
                .map(Enum::name)
                .filter(name -> !provoked.contains(name))
                .toList();
        if (!forgotten.isEmpty()) {
            throw new AssertionError("no test provokes " + problems.getSimpleName() + " " + forgotten);
        }
    }

    private static Set<String> constantsIn(Class<?> problems, Path testClasses) {
        Set<String> names = new HashSet<>();
        // Who names a constant stands in the test's own class file: the classes it uses need not be read.
        JavaClasses tests = ArchConfiguration.withThreadLocalScope(settings -> {
            settings.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPath(testClasses);
        });
        for (JavaClass type : tests) {
            boolean inside = type.getName().startsWith(problems.getName());
            for (JavaFieldAccess access : type.getFieldAccessesFromSelf()) {
                if (!inside && access.getTargetOwner().getName().equals(problems.getName())) {
                    names.add(access.getTarget().getName());
                }
            }
        }
        return names;
    }

    private static Set<String> codesIn(Class<? extends Enum<?>> problems, Path testSources) {
        Set<String> names = new HashSet<>();
        try (Stream<Path> files = Files.walk(testSources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                Arrays.stream(problems.getEnumConstants())
                        .map(Enum::name)
                        .filter(name -> text.contains('"' + name + '"'))
                        .forEach(names::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the test sources can't be read: " + testSources, e);
        }
        return names;
    }

    private static Path classesOf(Class<?> type) {
        try {
            URI location =
                    type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(location);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
