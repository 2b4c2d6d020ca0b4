package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.Text;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.TestClock;
import com.mypay.cli.play.BusinessDay;
import com.mypay.cli.play.SlipsPlan;
import com.mypay.cli.play.SmallDay;
import com.mypay.cli.process.Parts;
import com.mypay.cli.process.Platform;
import com.mypay.cli.process.Runner;
import com.mypay.cli.settle.Cycle;
import com.mypay.cli.slips.SlipBook;
import com.mypay.cli.slips.SlipsFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a whole business day: from sign-up to franchises that have their money. */
@Command(
        name = "day",
        description = {
            "Play a business day through the REST APIs and settle it: with small made-up data, or a real day of a slips"
                    + " file. Starts what doesn't run and stops it again.",
            "A day that was cut off goes on with the same command; nothing happens twice."
        },
        mixinStandardHelpOptions = true)
public final class DayCommand implements Callable<Integer> {

    private static final int MAX_CLIENTS = 64;

    @Mixin
    private HomeOption homeOption;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description = "The first of five ports in a row, when the home is made (default: 9700)")
    private @Nullable Integer portBase;

    @Option(names = "--slips", paramLabel = "FILE", description = "A file of real slips, .csv or .csv.gz; needs --date")
    private @Nullable Path slips;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The business date: 2011-12-05 (default: today, or the next one that isn't settled)")
    private @Nullable String dateText;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "4", description = "Clients at once (default: 4)")
    private int clients;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Other people, another day (default: 1)")
    private long seed;

    @Option(names = "--keep-running", description = "Leave everything running at the end")
    private boolean keepRunning;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (clients < 1 || clients > MAX_CLIENTS) {
            throw CommandFailure.refused("day.clients", clients, MAX_CLIENTS);
        }
        if (seed < 0 || seed > Integer.MAX_VALUE) {
            throw CommandFailure.refused("day.seed", Long.toString(seed));
        }
        LocalDate date = dateText == null ? null : Dates.parse(dateText);
        if (slips != null && date == null) {
            throw CommandFailure.refused("day.slipsNeedDate");
        }
        PrintWriter out = spec.commandLine().getOut();
        SlipBook book = slips == null || date == null ? null : read(slips, date, out);
        Home home = homeOption.openOrCreate(portBase);
        new TestClock(home, Clock.systemUTC()).refuseInProduction();
        boolean ranBefore = new Runner(home).running(Parts.SERVER).isPresent();
        Platform platform = new Platform(home, out);
        boolean stop = !keepRunning && !ranBefore;
        try {
            platform.up();
            return play(home, book, date, out, stop ? platform::down : () -> {});
        } catch (CommandFailure e) {
            if (stop) {
                platform.down();
            }
            throw e;
        }
    }

    private int play(Home home, @Nullable SlipBook book, @Nullable LocalDate date, PrintWriter out, Runnable stop) {
        if (book != null && date != null) {
            return new BusinessDay(home, SlipsPlan.of(book, date), clients, out).playReal(stop);
        }
        LocalDate open = date == null ? nextOpenDate(home, out) : date;
        return new BusinessDay(home, SmallDay.of(seed, open), clients, out).playSmall(stop);
    }

    private static LocalDate nextOpenDate(Home home, PrintWriter out) {
        LocalDate date = TestClock.realDate();
        while (Cycle.find(home, date).filter(Cycle::isClosed).isPresent()) {
            out.println(Text.of(
                    "day.closedTryNext", date.toString(), date.plusDays(1).toString()));
            date = date.plusDays(1);
        }
        return date;
    }

    private static SlipBook read(Path file, LocalDate date, PrintWriter out) {
        out.println(Text.of("slips.reading", file));
        out.flush();
        SlipBook book = SlipsFile.read(file);
        book.malformed()
                .forEach(line ->
                        out.println(Text.of("slips.malformed", Integer.toString(line.number()), line.reason())));
        out.println(Text.of(
                "slips.read",
                book.payments().size(),
                book.cancellations().size(),
                book.unmatched(),
                book.skipped(),
                book.malformed().size()));
        out.flush();
        if (!book.has(date)) {
            throw CommandFailure.refused(
                    "slips.noSuchDay",
                    date.toString(),
                    book.payments().isEmpty() ? "-" : book.firstDay().toString(),
                    book.payments().isEmpty() ? "-" : book.lastDay().toString());
        }
        return book;
    }
}
