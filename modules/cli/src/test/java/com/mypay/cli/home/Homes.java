package com.mypay.cli.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Installations for tests. */
public final class Homes {

    private Homes() {}

    /** A new one. */
    public static Home in(Path directory, int portBase) {
        return Home.openOrCreate(directory, portBase);
    }

    /** A new one with a setting more. */
    public static Home in(Path directory, int portBase, String setting) {
        in(directory, portBase);
        try {
            Path file = directory.resolve("mypay.properties");
            String text = Files.readString(file);
            String key = setting.substring(0, setting.indexOf('=') + 1);
            Files.writeString(file, text.replaceAll("(?m)^" + key + ".*\n", "") + setting + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Home.open(directory);
    }

    /** A port that is free now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
