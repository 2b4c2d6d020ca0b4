package com.mypay.banksimulator;

import com.mypay.banksimulator.adapter.in.http.BankServer;
import com.mypay.banksimulator.adapter.out.clock.FileClock;
import com.mypay.banksimulator.adapter.out.persistence.BookStore;
import com.mypay.banksimulator.application.FinishTransfer;
import com.mypay.banksimulator.application.FinishTransfers;
import com.mypay.banksimulator.application.FoundBanks;
import java.io.IOException;
import java.net.BindException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The banks as a process: opens the books, executes what a former process had taken in, serves. Prints one line when it
 * is ready; a wrong argument, a port or a directory in use is one line and exit code 2.
 */
public final class BankSimulator implements AutoCloseable {
    private static final int MISCONFIGURED = 2;
    /** H2's error code for a file that another process has open. */
    private static final int DATABASE_IN_USE = 90020;

    private final BookStore store;
    private final BankServer server;

    private BankSimulator(BookStore store, BankServer server) {
        this.store = store;
        this.server = server;
    }

    public static void main(String[] args) {
        try {
            BankSimulator banks = start(Arguments.of(args));
            Runtime.getRuntime().addShutdownHook(new Thread(banks::close, "shutdown"));
            System.out.println("READY bank-simulator port=" + banks.port());
        } catch (Arguments.Wrong e) {
            refuse(e.why());
        } catch (BindException e) {
            refuse("the port is in use or not allowed: " + String.join(" ", args));
        } catch (SQLException e) {
            refuse(
                    e.getErrorCode() == DATABASE_IN_USE
                            ? "another process uses the directory: " + String.join(" ", args)
                            : "the books can't be opened: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            refuse("can't start: " + e);
        }
    }

    static BankSimulator start(Arguments arguments) throws IOException, SQLException {
        Clock real = Clock.tickMillis(ZoneOffset.UTC);
        Clock clock = arguments
                .clockFile()
                .<Clock>map(file -> FileClock.reading(file, real))
                .orElse(real);
        BookStore store = BookStore.open(arguments.directory());
        try {
            new FoundBanks(store.ledger()).found(BankData.banks());
            new FinishTransfers(store.ledger(), new FinishTransfer(store.ledger(), clock)).finish();
            return new BankSimulator(
                    store, BankServer.start(arguments.port(), store.ledger(), store.committedBooks(), clock));
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    int port() {
        return server.port();
    }

    /** What is served, for example {@code GET /banks}. */
    List<String> operations() {
        return server.operations();
    }

    @Override
    public void close() {
        server.close();
        try {
            store.close();
        } catch (SQLException e) {
            System.err.println("the books were not closed well: " + e.getMessage());
        }
    }

    private static void refuse(String why) {
        System.err.println("bank-simulator: " + why.replaceAll("\\s+", " "));
        System.exit(MISCONFIGURED);
    }
}
