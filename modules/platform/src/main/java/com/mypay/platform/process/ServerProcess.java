package com.mypay.platform.process;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The life of one server process, from its command line to SIGTERM. */
public final class ServerProcess {
    /** Bad settings, a port in use: nothing was started, and the same call can't succeed until a person acts. */
    public static final int EXIT_REFUSED = 2;

    /** A server that runs. */
    public interface Running {
        int port();

        /** Stops it cleanly: what was acknowledged is kept. */
        void stop() throws Exception;
    }

    /** How a server comes up from its command line and environment. */
    public interface Start {
        Running start(String[] args, Map<String, String> environment) throws Exception;
    }

    private ServerProcess() {}

    /** Starts the server, prints {@code READY name port=n} and stays until the process is told to end. */
    public static void run(String name, String[] args, Start start) throws Exception {
        PrintStream out = System.out;
        Running running;
        try {
            running = start.start(args, System.getenv());
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(EXIT_REFUSED);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(name, running, stopped), "stop-" + name));
        out.println("READY " + name + " port=" + running.port());
        out.flush();
        stopped.await();
    }

    private static void stop(String name, Running running, CountDownLatch stopped) {
        try {
            running.stop();
        } catch (Exception e) {
            System.err.println(name + ": " + e);
        } finally {
            stopped.countDown();
        }
    }

    /**
     * Refuses a port that something else listens on, before anything of the server is touched.
     *
     * @param name the server's name as the person who reads the message knows it
     */
    public static void requireFreePort(String name, int port) throws StartRefused {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers themselves do: connections of an earlier run that linger in TIME_WAIT are no obstacle.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new StartRefused("port.inUse", port, name);
        }
    }

    /**
     * Takes the directory for this process alone, until it ends (the system gives it back even after kill -9).
     *
     * @return the lock; hold it as long as the server runs
     */
    public static FileChannel lockDirectory(String name, Path directory) throws StartRefused, IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve("." + name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new StartRefused("directory.inUse", directory, name);
        }
        return channel;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
