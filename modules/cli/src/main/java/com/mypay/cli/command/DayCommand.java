package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.Text;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.TestClock;
import com.mypay.cli.play.BusinessDay;
import com.mypay.cli.play.SlipsPlan;
import com.mypay.cli.play.SmallDay;
import com.mypay.cli.process.Cleanup;
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
@Command(name = "day")
public final class DayCommand implements Callable<Integer> {

    private static final int MAX_CLIENTS = 64;

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--port-base", paramLabel = "PORT", descriptionKey = "option.portBase")
    private @Nullable Integer portBase;

    @Option(names = "--slips", paramLabel = "FILE", descriptionKey = "option.slips")
    private @Nullable Path slips;

    @Option(names = "--date", paramLabel = "DATE", descriptionKey = "option.dayDate")
    private @Nullable String dateText;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "4", descriptionKey = "option.clients")
    private int clients;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "option.seed")
    private long seed;

    @Option(names = "--keep-running", descriptionKey = "option.keepRunning")
    private boolean keepRunning;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (clients < 1 || clients > MAX_CLIENTS) {
            throw CommandFailure.refused("day.clients", clients, MAX_CLIENTS);
        }
        if (seed < 0 || seed > SmallDay.MAX_SEED) {
            throw CommandFailure.refused("day.seed", Long.toString(seed), Long.toString(SmallDay.MAX_SEED));
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
        Runnable stop = keepRunning || ranBefore ? () -> {} : platform::down;
        return Cleanup.after(
                () -> {
                    platform.up();
                    return play(home, book, date, out, stop);
                },
                () -> {
                    if (platform.hasBegun()) {
                        stop.run();
                    }
                });
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
