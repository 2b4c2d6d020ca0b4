package com.mypay.benchmarks;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.home.Home;
import com.mypay.cli.play.BusinessDay;
import com.mypay.cli.play.SlipsPlan;
import com.mypay.cli.settle.Cycle;
import com.mypay.cli.slips.SlipBook;
import com.mypay.cli.slips.SlipsFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;

/** How fast a real day was settled, as the job repository has noted it. */
final class Settlements {

    private static final String STEP = "SELECT MIN(STARTTIME), MAX(ENDTIME) FROM SETTLEMENT_JOBS.JB_STEPTHREADEXECUTION"
            + " WHERE STEPNAME = ? AND FK_JOBEXECID IN"
            + " (SELECT JOBEXECID FROM SETTLEMENT_JOBS.JB_JOBEXECUTION WHERE FK_JOBINSTANCEID = ?)";
    private static final String JOB =
            "SELECT MIN(STARTTIME), MAX(ENDTIME) FROM SETTLEMENT_JOBS.JB_JOBEXECUTION" + " WHERE FK_JOBINSTANCEID = ?";

    private final Home home;
    private final Database database;

    Settlements(Home home, Database database) {
        this.home = home;
        this.database = database;
    }

    /**
     * A settled date.
     *
     * @param settle the step that makes a line for each slip
     * @param job from its start to the closed cycle: it waits for the banks' answers to all payouts
     */
    record Figures(long slips, Duration settle, Duration job) {}

    /** Plays the date of the file and settles it, unless that was done on this installation before. */
    Figures figures(Path file, LocalDate date, int clients, PrintWriter out) {
        if (Cycle.find(home, date).filter(Cycle::isClosed).isEmpty()) {
            SlipBook book = SlipsFile.read(file);
            int exit = new BusinessDay(home, SlipsPlan.of(book, date), clients, out).playReal(() -> {});
            if (exit != ExitCode.OK && exit != ExitCode.COMPLETED_WITH_ITEMS) {
                throw new CommandFailure(exit, "the day " + date + " did not end well");
            }
        }
        Cycle cycle = Cycle.find(home, date).orElseThrow();
        long job = cycle.figure("jobInstanceId");
        return new Figures(
                cycle.figure("paymentSlips") + cycle.figure("cancellationSlips"),
                between(STEP, "settle", job),
                between(JOB, job));
    }

    private Duration between(String sql, Object... parameters) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                Timestamp begin = rows.getTimestamp(1);
                Timestamp end = rows.getTimestamp(2);
                if (begin == null || end == null) {
                    throw new IllegalStateException(
                            "the job repository has no times for " + java.util.List.of(parameters));
                }
                return Duration.ofMillis(end.getTime() - begin.getTime());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
