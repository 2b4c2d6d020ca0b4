package com.mypay.cli.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    private Path root;

    @Test
    void withoutTheScriptNobodyKnowsWhereItLies() {
        assertThatThrownBy(Installation::current)
                .isInstanceOf(CommandFailure.class)
                .hasMessage("Start it with the script `mypay` of the clone.");
    }

    @Test
    void whatIsNotBuiltIsNamed() {
        Installation installation = new Installation(root);

        assertMissing(installation::ear, "ear/target");
        assertMissing(installation::libertyScript, "liberty-config/target/liberty/wlp/bin/server");
        assertMissing(installation::platformClasspath, "modules/platform/target/*.jar");
        assertMissing(installation::resourceAdapter, "modules/amqp-adapter/target/*.rar");
    }

    @Test
    void aClasspathIsTheJarItselfAndItsLibraries() throws IOException {
        Path target = Files.createDirectories(root.resolve("modules/platform/target"));
        Path jar = Files.createFile(target.resolve("platform-1.0.jar"));
        Files.createFile(target.resolve("platform-1.0-sources.jar"));
        Files.createDirectory(target.resolve("lib"));

        assertThat(new Installation(root).platformClasspath())
                .isEqualTo(jar + File.pathSeparator + target.resolve("lib") + File.separator + "*");
    }

    private static void assertMissing(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String what) {
        assertThatThrownBy(call)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(Path.of(what).toString())
                .hasMessageContaining("is missing: build with");
    }
}
