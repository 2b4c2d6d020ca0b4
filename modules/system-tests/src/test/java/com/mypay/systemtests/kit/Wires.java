package com.mypay.systemtests.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The server of an installation, started again so that whatever it says to database, broker and banks, and its services
 * to money, goes over wires that a test holds in its hand. Closed, it is started as it was.
 */
public final class Wires implements AutoCloseable {

    private final RunningInstallation mypay;
    private final Path override;
    private final TcpProxy database;
    private final TcpProxy broker;
    private final TcpProxy bank;
    private final TcpProxy money;

    private Wires(RunningInstallation mypay) {
        this.mypay = mypay;
        this.override = mypay.home().resolve("liberty/servers/mypay/configDropins/overrides/wires.xml");
        this.database = TcpProxy.to(mypay.databasePort());
        this.broker = TcpProxy.to(mypay.brokerPort());
        this.bank = TcpProxy.to(mypay.bankPort());
        this.money = TcpProxy.to(mypay.portBase());
    }

    public static Wires around(RunningInstallation mypay) {
        Wires wires = new Wires(mypay);
        try {
            Files.createDirectories(wires.override.getParent());
            Files.writeString(wires.override, """
                    <server>
                      <variable name="MYPAY_DB_PORT" value="%d"/>
                      <variable name="MYPAY_BROKER_URL" value="failover:(amqp://127.0.0.1:%d)"/>
                      <variable name="MYPAY_BANK_URL" value="http://127.0.0.1:%d"/>
                      <variable name="mypay.url.money" value="http://127.0.0.1:%d/money"/>
                    </server>
                    """.formatted(
                            wires.database.port(), wires.broker.port(), wires.bank.port(), wires.money.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        wires.startAgain();
        return wires;
    }

    public TcpProxy to(Part part) {
        return switch (part) {
            case DATABASE -> database;
            case BROKER -> broker;
            case BANK -> bank;
            case SERVER -> throw new IllegalArgumentException("it is the server that the wires begin at");
        };
    }

    /** From the services that ask money to money, as between two servers. */
    public TcpProxy toMoney() {
        return money;
    }

    private void startAgain() {
        mypay.kill(Part.SERVER);
        mypay.up();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(override);
            startAgain();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            List.of(database, broker, bank, money).forEach(TcpProxy::close);
        }
    }
}
