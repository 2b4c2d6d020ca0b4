package com.mypay.logs;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.database.DatabaseTransactions;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.fake.MutableClock;
import com.mypay.logs.adapter.out.archive.FileLogArchive;
import com.mypay.logs.adapter.out.persistence.JdbcFoundLines;
import com.mypay.logs.adapter.out.persistence.JdbcLogBooks;
import com.mypay.logs.adapter.out.persistence.JdbcLogState;
import com.mypay.logs.adapter.out.persistence.LogDatabases;
import com.mypay.logs.adapter.out.persistence.LogsAudit;
import com.mypay.logs.application.ArchiveDays;
import com.mypay.logs.application.FindLines;
import com.mypay.logs.application.TakeLogMessage;
import com.mypay.logs.application.port.LogArchive;
import com.mypay.logs.application.port.LogFigures;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogPeriods;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The service put together on the three schemas, with a clock and an archive directory of the test. */
public final class LogHouse implements LogFigures {

    private final TestDatabase image;
    private final TestDatabase business;
    private final TestDatabase error;
    private final Transactions transactions;

    public final MutableClock clock = MutableClock.inSeoul("2026-03-02T12:00");
    public final LogPeriods periods = new LogPeriods(2, 27);
    public final JdbcLogBooks books;
    public final JdbcLogState state;
    public final FindLines find;
    public final TakeLogMessage take;
    public final LogsAudit audit;
    public final FileLogArchive files;

    /** What went wrong with the archive. */
    public final List<LogKind> failures = new ArrayList<>();

    public LogHouse(TestDatabase image, TestDatabase business, TestDatabase error, Path archive) {
        this.image = image;
        this.business = business;
        this.error = error;
        LogDatabases databases = new LogDatabases(image.dataSource(), business.dataSource(), error.dataSource());
        transactions = new AllThree(image.transactions(), business.transactions(), error.transactions());
        books = new JdbcLogBooks(databases);
        state = new JdbcLogState(databases);
        find = new FindLines(new JdbcFoundLines(databases));
        take = new TakeLogMessage(books, transactions, periods, this, clock);
        audit = new LogsAudit(books, state, periods, clock);
        files = new FileLogArchive(archive.toString());
    }

    /** On a server of this name. */
    public ArchiveDays archiver(String server) {
        return archiver(server, files);
    }

    public ArchiveDays archiver(String server, LogArchive archive) {
        ServiceName service = new ServiceName("logs", server, "002", List.of(), false);
        return new ArchiveDays(books, archive, transactions, periods, this, service, clock);
    }

    /** Of one schema. */
    public Jdbc jdbc(LogKind kind) {
        TestDatabase database = switch (kind) {
            case IMAGE -> image;
            case BUSINESS -> business;
            case ERROR -> error;
        };
        return database.jdbc();
    }

    public long lines(LogKind kind, int day) {
        return count(kind, "LOG_LINE_%02d".formatted(day));
    }

    public long count(LogKind kind, String table) {
        return jdbc(kind)
                .query("SELECT COUNT(*) AS TIMES FROM " + table, row -> row.getLong("TIMES"))
                .get(0);
    }

    @Override
    public void taken(LogKind kind, int lines, Instant newest, Instant now) {}

    @Override
    public void archived(LogKind kind, long lines) {}

    @Override
    public void archiveFailed(LogKind kind) {
        failures.add(kind);
    }

    /** A transaction at each of them: what a test does uses one. */
    private record AllThree(DatabaseTransactions one, DatabaseTransactions two, DatabaseTransactions three)
            implements Transactions {

        @Override
        public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
            return one.inTransaction(() -> two.inTransaction(() -> three.inTransaction(work)));
        }

        @Override
        public void afterCommit(Runnable work) {
            one.afterCommit(work);
        }
    }
}
