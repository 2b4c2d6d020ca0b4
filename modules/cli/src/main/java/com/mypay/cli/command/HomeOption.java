package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Home;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes: which installation, and settings over those of its file. */
public final class HomeOption {

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "option.home")
    private @Nullable Path directory;

    @Option(names = "-D", paramLabel = "KEY=VALUE", mapFallbackValue = "", descriptionKey = "option.setting")
    private Map<String, String> overriding = new TreeMap<>();

    /** One that is there. */
    public Home open() {
        return overridden(Home.open(path()));
    }

    /** One that is there, or a new one. */
    public Home openOrCreate(@Nullable Integer portBase) {
        return overridden(Home.openOrCreate(path(), portBase));
    }

    private Home overridden(Home home) {
        return overriding.isEmpty()
                ? home
                : new Home(home.directory(), home.settings().with(overriding), home.secrets());
    }

    private Path path() {
        if (directory != null) {
            return directory;
        }
        String root = System.getProperty("mypay.root");
        if (root == null) {
            throw CommandFailure.refused("installation.noRoot");
        }
        return Path.of(root, ".mypay");
    }
}
