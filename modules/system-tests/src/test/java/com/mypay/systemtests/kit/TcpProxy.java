package com.mypay.systemtests.kit;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A wire between two processes that can be made slow, silent or cut. It passes on whatever comes, bytes in their order,
 * until it is told otherwise; what it is told holds for open connections, too.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int CONNECT_WITHIN_MILLIS = 2_000;
    private static final long LOOK_EVERY_MILLIS = 20;

    private static final Duration LONGEST_RETURN = Duration.ofSeconds(30);

    private final int port;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long delayMillis;
    private volatile boolean silent;
    private volatile ServerSocket door;

    private TcpProxy(ServerSocket door, int target) {
        this.door = door;
        this.port = door.getLocalPort();
        this.target = target;
    }

    /** In front of a port of this machine, which need not be in use yet. */
    public static TcpProxy to(int port) {
        try {
            ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            TcpProxy proxy = new TcpProxy(door, port);
            proxy.threads.execute(() -> proxy.letIn(door));
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Each piece of what is sent, either way, arrives so much later. */
    public void delay(Duration delay) {
        delayMillis = delay.toMillis();
    }

    /** Nothing arrives any more, either way, and nobody is told. */
    public void fallSilent() {
        silent = true;
    }

    /** What was held back arrives, and everything as it is sent. */
    public void heal() {
        silent = false;
        delayMillis = 0;
    }

    /** Ends every connection in the middle of whatever it carries; new ones may be made. @return how many */
    public int cut() {
        int ended = 0;
        for (Socket socket : open) {
            ended++;
            end(socket);
        }
        return ended / 2;
    }

    /** Nobody is there any more: whoever connects is refused. */
    public void unplug() {
        endQuietly(door);
        cut();
    }

    /** After {@link #unplug}. */
    public void plugIn() {
        await().atMost(LONGEST_RETURN)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
                    return true;
                });
        ServerSocket open = door;
        threads.execute(() -> letIn(open));
    }

    private void letIn(ServerSocket door) {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException | RejectedExecutionException e) {
                // closed, or a caller that is gone already
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        Socket called = new Socket();
        try {
            called.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_WITHIN_MILLIS);
            caller.setTcpNoDelay(true);
            called.setTcpNoDelay(true);
        } catch (IOException e) {
            end(caller);
            end(called);
            return;
        }
        open.add(caller);
        open.add(called);
        threads.execute(() -> pass(caller, called));
        threads.execute(() -> pass(called, caller));
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hold(from);
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one side has ended it, or it was cut
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from);
            end(to);
        }
    }

    private void hold(Socket from) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(delayMillis);
        while (silent && !from.isClosed()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        endQuietly(socket);
    }

    private static void endQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is as good as closed
        }
    }

    @Override
    public void close() {
        endQuietly(door);
        cut();
        threads.shutdownNow();
    }
}
