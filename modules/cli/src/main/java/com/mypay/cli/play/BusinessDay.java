package com.mypay.cli.play;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.MessageCounts;
import com.mypay.cli.doctor.Doctor;
import com.mypay.cli.doctor.Finding;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.TestClock;
import com.mypay.cli.settle.Cycle;
import com.mypay.cli.settle.Settle;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** One business date from sign-up to payout: everybody signs up, pays, cancels; the date is settled and checked. */
public final class BusinessDay {

    /** When the settlement of a date runs: the night after it. */
    private static final LocalTime SETTLEMENT = LocalTime.of(2, 0);

    private final Home home;
    private final Plan plan;
    private final int clients;
    private final PrintWriter out;
    private final TestClock clock;
    private final MessageCounts counts;

    public BusinessDay(Home home, Plan plan, int clients, PrintWriter out) {
        this.home = home;
        this.plan = plan;
        this.clients = clients;
        this.out = out;
        this.clock = new TestClock(home, Clock.systemUTC());
        this.counts = new MessageCounts(home, out);
    }

    /**
     * A day that was made up; ends with a report for people.
     *
     * @param stop stops what was started for this
     */
    public int playSmall(Runnable stop) {
        if (refusedAsClosed()) {
            stop.run();
            return ExitCode.ALREADY_DONE;
        }
        Tally tally = playAll();
        int settled = settle();
        boolean good = isGood(tally, settled);
        Optional<Cycle> cycle = Cycle.find(home, plan.businessDate());
        if (cycle.isPresent()) {
            new Report(home, plan, out).print(tally, cycle.get());
        }
        good &= Doctor.print(examined(), out);
        stop.run();
        say(good ? "day.good" : "day.bad", plan.businessDate().toString());
        return exitCode(good, settled);
    }

    /** A real day; the last line is the cycle as settlement tells it. */
    public int playReal(Runnable stop) {
        if (refusedAsClosed()) {
            String summary = Cycle.find(home, plan.businessDate()).orElseThrow().summary();
            stop.run();
            out.println(summary);
            out.flush();
            return ExitCode.ALREADY_DONE;
        }
        Tally tally = playAll();
        int settled = settle();
        boolean good = isGood(tally, settled);
        good &= Doctor.print(examined(), out);
        Optional<Cycle> cycle = Cycle.find(home, plan.businessDate());
        stop.run();
        cycle.ifPresent(closed -> out.println(closed.summary()));
        out.flush();
        return exitCode(good, settled);
    }

    private boolean refusedAsClosed() {
        boolean closed =
                Cycle.find(home, plan.businessDate()).filter(Cycle::isClosed).isPresent();
        if (closed) {
            say("settle.closedAlready", plan.businessDate().toString());
        }
        return closed;
    }

    private Tally playAll() {
        say(
                "play.plan",
                plan.businessDate().toString(),
                plan.people().size(),
                plan.shops().size(),
                plan.stepCount(),
                clients);
        if (!plan.remittances().sends().isEmpty()) {
            say("play.planRemittances", plan.remittances().sends().size());
        }
        Parties parties = Parties.of(home, plan.tag());
        clock.moveTo(plan.partiesOn(), PlayDays.OPENING);
        new Banks(home).prepare();
        SignUp signUp = new SignUp(home, plan, parties, clients, out);
        signUp.all();
        signUp.chargeAll();
        Tally tally = new PlayDays(home, plan, parties, clock, clients, out).play();
        if (!plan.remittances().sends().isEmpty()) {
            new PlayRemittances(home, plan, parties, clients, out).play(tally);
        }
        say(
                "play.done",
                tally.payments(),
                tally.cancellations(),
                tally.paymentsPerSecond(),
                tally.millis(0.5),
                tally.millis(0.99));
        tally.unexpected().forEach(each -> say("play.unexpected", each));
        return tally;
    }

    /** Once all slips have arrived: a slip that came later would belong to a later cycle. */
    private int settle() {
        say("play.awaitSlips");
        counts.awaitArrival("payment", "payment.slips", "settlement", "settlement.slips");
        clock.moveTo(plan.businessDate().plusDays(1), SETTLEMENT);
        return new Settle(home, plan.businessDate(), out).run();
    }

    private List<Finding> examined() {
        say("play.examine");
        counts.awaitArrival("settlement", "money.ledger-entries", "money", "money.ledger-entries");
        return new Doctor(home).examine();
    }

    private static boolean isGood(Tally tally, int settled) {
        return tally.unexpectedCount() == 0 && (settled == ExitCode.OK || settled == ExitCode.COMPLETED_WITH_ITEMS);
    }

    private static int exitCode(boolean good, int settled) {
        if (settled != ExitCode.OK && settled != ExitCode.COMPLETED_WITH_ITEMS) {
            return settled;
        }
        return good ? ExitCode.OK : ExitCode.FAILED;
    }

    private void say(String key, Object... values) {
        out.println(Text.of(key, values));
        out.flush();
    }
}
