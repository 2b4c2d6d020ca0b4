package com.mypay.cli.process;

import com.mypay.cli.home.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A clone in which everything is built, as far as one looks at names. */
final class FakeInstallation {

    private FakeInstallation() {}

    static Installation in(Path root) throws IOException {
        for (String file : new String[] {
            "liberty-config/target/liberty/wlp/bin/server",
            "liberty-config/target/liberty/wlp/bin/server.bat",
            "liberty-config/src/main/liberty/server/server.xml",
            "liberty-config/src/main/liberty/server/bootstrap.properties",
            "liberty-config/src/main/liberty/config/common.xml",
            "liberty-config/target/liberty/lib/h2/h2.jar",
            "ear/target/mypay.ear",
            "modules/amqp-adapter/target/amqp-adapter.rar",
            "modules/platform/target/platform.jar",
            "modules/platform/target/lib/h2.jar",
            "modules/bank-simulator/target/bank-simulator.jar",
            "modules/bank-simulator/target/lib/parsson.jar"
        }) {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "# " + path.getFileName() + "\n");
        }
        return new Installation(root);
    }
}
