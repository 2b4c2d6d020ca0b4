package com.mypay.framework.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractsTest {

    @Test
    void theAsyncApiDocumentListsEveryContractAndNoOther() throws Exception {
        String document = Files.readString(contracts().resolve("asyncapi.yaml"));
        List<String> schemas;
        try (Stream<Path> files = Files.list(contracts())) {
            schemas = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .toList();
        }

        assertThat(schemas)
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(document).contains("payload: { $ref: \"" + schema + "\" }"));
        long listed = document.lines().filter(line -> line.contains("payload:")).count();
        assertThat(listed).isEqualTo(schemas.size());
    }

    private static Path contracts() throws URISyntaxException {
        Path document = Path.of(Objects.requireNonNull(ContractsTest.class.getResource("/contracts/asyncapi.yaml"))
                .toURI());
        return Objects.requireNonNull(document.getParent());
    }
}
