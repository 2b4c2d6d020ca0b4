package com.mypay.amqpadapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The archive that the server gets. */
class RarContentsIT {

    @Test
    void bringsTheClientButNoneOfTheServersOwnTypes() throws IOException {
        List<String> jars = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        try (InputStream file = Files.newInputStream(Path.of(System.getProperty("rar")));
                ZipInputStream rar = new ZipInputStream(file)) {
            for (ZipEntry entry = rar.getNextEntry(); entry != null; entry = rar.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    jars.add(entry.getName());
                    classes.addAll(namesIn(new ZipInputStream(rar)));
                }
            }
        }
        assertThat(jars).anyMatch(name -> name.startsWith("qpid-jms-client-")).hasSizeLessThan(16);
        assertThat(classes)
                .contains("com/mypay/amqpadapter/AmqpResourceAdapter.class", "org/slf4j/Logger.class")
                .noneMatch(name -> name.startsWith("jakarta/") || name.startsWith("javax/"));
    }

    private static List<String> namesIn(ZipInputStream jar) throws IOException {
        List<String> names = new ArrayList<>();
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            names.add(entry.getName());
        }
        return names;
    }
}
