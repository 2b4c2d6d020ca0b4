package com.mypay.cli.play;

import com.mypay.cli.Text;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.TestClock;
import com.mypay.cli.slips.SlipBook;
import com.mypay.cli.slips.SlipLine;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;

/**
 * The shops of a slips file as franchises of MyPay, with an account each, and the money that their slips have brought:
 * what has to be there before the slips can be taken over and paid out.
 */
public final class ShopsOfFile {

    /** When a date may be settled: the night after it. */
    private static final LocalTime NIGHT = LocalTime.of(2, 0);

    private static final int NUMBERS = 100_000;
    private static final int TAG_RADIX = 16;

    private final Home home;
    private final SlipBook book;
    private final int clients;
    private final PrintWriter out;

    public ShopsOfFile(Home home, SlipBook book, int clients, PrintWriter out) {
        this.home = home;
        this.book = book;
        this.clients = clients;
        this.out = out;
    }

    /**
     * Signs up those that haven't yet; what was done before isn't done again.
     *
     * @return each shop's id at membership
     */
    public Map<String, Long> signUp() {
        Plan plan = SlipsPlan.ofShops(book);
        Parties parties = Parties.of(home, plan.tag());
        if (plan.shops().stream().anyMatch(shop -> parties.find(shop.key()).isEmpty())) {
            TestClock clock = new TestClock(home, Clock.systemUTC());
            clock.refuseInProduction();
            out.println(Text.of("import.shops", plan.shops().size(), clients));
            clock.moveTo(plan.partiesOn(), PlayDays.OPENING);
            Banks banks = new Banks(home);
            banks.prepare();
            banks.takeOverFunds(
                    "9%05d000001".formatted(Long.parseLong(book.tag(), TAG_RADIX) % NUMBERS),
                    book.payments().stream().mapToLong(SlipLine::amountWon).sum(),
                    plan.tag() + "-funds");
            new SignUp(home, plan, parties, clients, out).all();
            clock.moveTo(book.lastDay().plusDays(1), NIGHT);
        }
        Map<String, Long> ids = new HashMap<>();
        SlipsPlan.keysOfShops(book).forEach((shop, key) -> ids.put(shop, parties.id(key)));
        return ids;
    }
}
