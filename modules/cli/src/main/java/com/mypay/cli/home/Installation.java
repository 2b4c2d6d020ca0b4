package com.mypay.cli.home;

import com.mypay.cli.CommandFailure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The built software that a home runs: the {@code target} directories of the clone.
 *
 * @param root the clone
 */
public record Installation(Path root) {

    /** Where the script {@code mypay} says it is ({@code -Dmypay.root}). */
    public static Installation current() {
        String root = System.getProperty("mypay.root");
        if (root == null) {
            throw CommandFailure.refused("installation.noRoot");
        }
        return new Installation(Path.of(root).toAbsolutePath().normalize());
    }

    public Path libertyScript() {
        boolean windows = File.separatorChar == '\\';
        return required(root.resolve("liberty-config/target/liberty/wlp/bin/" + (windows ? "server.bat" : "server")));
    }

    public Path serverTemplate() {
        return required(root.resolve("liberty-config/src/main/liberty/server"));
    }

    public Path serverConfig() {
        return required(root.resolve("liberty-config/src/main/liberty/config"));
    }

    /** Where the EAR lies. */
    public Path applications() {
        return required(root.resolve("ear/target"));
    }

    public Path ear() {
        return required(applications().resolve("mypay.ear"));
    }

    /** The drivers: {@code h2} and {@code oracle} below it. */
    public Path drivers() {
        return required(root.resolve("liberty-config/target/liberty/lib"));
    }

    public Path resourceAdapter() {
        return only(root.resolve("modules/amqp-adapter/target"), ".rar");
    }

    public String platformClasspath() {
        return classpath("platform");
    }

    public String bankSimulatorClasspath() {
        return classpath("bank-simulator");
    }

    private String classpath(String module) {
        Path target = root.resolve("modules").resolve(module).resolve("target");
        return only(target, ".jar") + File.pathSeparator + required(target.resolve("lib")) + File.separator + "*";
    }

    private static Path only(Path directory, String ending) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().matches(".*-(sources|tests|javadoc)\\.jar"))
                    .toList();
            if (found.size() == 1) {
                return found.get(0);
            }
        } catch (java.nio.file.NoSuchFileException e) {
            // not built, said below
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw CommandFailure.refused("installation.notBuilt", directory.resolve("*" + ending));
    }

    private static Path required(Path path) {
        if (!Files.exists(path)) {
            throw CommandFailure.refused("installation.notBuilt", path);
        }
        return path;
    }
}
