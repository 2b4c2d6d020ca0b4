package com.mypay.platform.schema;

import com.mypay.platform.process.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the scripts are: in the jar of schemas, or in a directory that is laid out like it. */
final class Scripts {
    private static final String IN_THE_JAR = "db/";

    private final Optional<Path> directory;

    Scripts(Optional<Path> directory) {
        this.directory = directory;
    }

    /** The folder of a schema as Flyway names it. */
    String location(Schema schema) {
        return directory
                .map(root -> "filesystem:" + root.resolve(schema.folder()))
                .orElse("classpath:" + IN_THE_JAR + schema.folder());
    }

    /** A file's name as a person finds it. */
    String name(Schema schema, String file) {
        return directory
                .map(root -> root.resolve(schema.folder()).resolve(file).toString())
                .orElse(IN_THE_JAR + schema.folder() + "/" + file);
    }

    String read(Schema schema, String file) throws IOException, StartRefused {
        if (directory.isPresent()) {
            Path path = directory.get().resolve(schema.folder()).resolve(file);
            if (!Files.exists(path)) {
                throw new StartRefused("schema.fileMissing", path);
            }
            return Files.readString(path);
        }
        String name = IN_THE_JAR + schema.folder() + "/" + file;
        try (InputStream resource = Scripts.class.getClassLoader().getResourceAsStream(name)) {
            if (resource == null) {
                throw new StartRefused("schema.fileMissing", name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
