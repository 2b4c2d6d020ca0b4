package com.mypay.simulation.kernel;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A service: its tables, and one or two servers that work on them. */
public abstract class Service {

    private static final int FIRST_CHORE_MILLIS = 10_000;

    private final World world;
    private final String name;
    private final Database database = new Database();
    private final QueueLogTable queueLog;
    private final List<Server> servers = new ArrayList<>();
    private Consumer<Beans> tampering = beans -> {};

    protected Service(World world, Broker broker, String name) {
        this.world = world;
        this.name = name;
        Relay relay = new Relay(world, this, broker);
        queueLog = database.with(new QueueLogTable(relay::wake));
    }

    /** Gives a server's beans what lies outside of the service's own code: clocks, repositories, other systems. */
    protected abstract void provide(Beans beans, Server.Life server);

    /** A server has come up: its timers begin. */
    protected abstract void startChores(Server.Life server);

    final Beans beansOf(Server.Life server) {
        Beans beans = new Beans();
        provide(beans, server);
        tampering.accept(beans);
        return beans;
    }

    /** Has each server's beans changed before it starts. */
    public final void tamper(Consumer<Beans> with) {
        tampering = with;
    }

    final void started(Server.Life server) {
        startChores(server);
    }

    /** Begins to live, with one server or two. */
    public final void start() {
        int howMany = world.dice().between(1, 2);
        for (int number = 1; number <= howMany; number++) {
            Server server = new Server(world, this, number);
            servers.add(server);
            server.start();
        }
    }

    /**
     * Something that each server does again and again.
     *
     * @param hasWork a look that would find nothing, and so change nothing, is left out, which spares a run most of its
     *     steps
     */
    public record Chore(String what, int everyMillis, BooleanSupplier hasWork, Runnable work) {}

    /** As long as the server lives. */
    protected final void repeat(Server.Life server, Chore chore) {
        next(world.dice().between(0, Math.min(chore.everyMillis(), FIRST_CHORE_MILLIS)), server, chore);
    }

    private void next(int afterMillis, Server.Life server, Chore chore) {
        world.scheduler().after(afterMillis, () -> {
            if (server.isOver()) {
                return;
            }
            if (chore.hasWork().getAsBoolean()) {
                world.scheduler().spawn(0, () -> work(server, chore));
            } else {
                next(chore.everyMillis(), server, chore);
            }
        });
    }

    private void work(Server.Life server, Chore chore) {
        world.call(Caller.service(name), chore.what()).run(() -> survive(chore.what(), chore.work()));
        next(chore.everyMillis(), server, chore);
    }

    private void survive(String what, Runnable work) {
        try {
            work.run();
        } catch (UnavailableException | UnknownOutcomeException e) {
            world.tell("{0}: {1} is tried again later: {2}", name, what, e.getMessage());
        }
    }

    /**
     * Answers a call from outside, in the caller's own time.
     *
     * @throws UnavailableException no server is up
     * @throws UnknownOutcomeException the server has died over it
     */
    public final <T extends @Nullable Object> T serve(ServerCall<T> call) {
        Server.Life server = anyServer();
        if (server == null) {
            throw new UnavailableException(name + " can't be reached");
        }
        try {
            return call.on(server);
        } catch (Crash e) {
            throw new UnknownOutcomeException(name + " did not answer", "", e);
        }
    }

    /** A call as the server receives it. */
    @FunctionalInterface
    public interface ServerCall<T extends @Nullable Object> {
        T on(Server.Life server);
    }

    /** One that is up; {@code null} if none is. */
    final Server.@Nullable Life anyServer() {
        List<Server.Life> up = new ArrayList<>();
        for (Server server : servers) {
            Server.Life life = server.life();
            if (life != null) {
                up.add(life);
            }
        }
        return up.isEmpty() ? null : world.dice().oneOf(up);
    }

    public final String name() {
        return name;
    }

    public final World world() {
        return world;
    }

    public final Database database() {
        return database;
    }

    public final QueueLogTable queueLog() {
        return queueLog;
    }
}
