package com.mypay.cli.play;

import com.mypay.cli.play.Plan.Account;
import com.mypay.cli.play.Plan.Cancel;
import com.mypay.cli.play.Plan.Day;
import com.mypay.cli.play.Plan.Outsider;
import com.mypay.cli.play.Plan.Pay;
import com.mypay.cli.play.Plan.Person;
import com.mypay.cli.play.Plan.Remittances;
import com.mypay.cli.play.Plan.Send;
import com.mypay.cli.play.Plan.Shop;
import com.mypay.cli.play.Plan.Step;
import com.mypay.cli.play.Plan.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A business day made up by a seed: 30 members, 12 franchises, 200 payments that succeed, 10 cancellations in full or in
 * part, some top-ups, and refusals of each common kind; then 36 remittances that succeed, two of three to members and one
 * to an account outside, and some that are refused or fail. The same seed has the same people every day.
 */
public final class SmallDay {

    /** Seeds beyond would have the same accounts and business numbers as smaller ones. */
    public static final long MAX_SEED = 79_999;

    static final int PEOPLE = 30;
    static final int SHOPS = 12;
    static final int PAYMENTS = 200;
    static final int CANCELLATIONS = 10;
    static final int REMITTANCES = 36;
    static final int OUTSIDERS = 5;

    /** The last members are the special ones. */
    private static final int WITHOUT_ACCOUNT = 26;

    private static final int SUSPENDED = 27;
    private static final int POOR = 28;
    private static final long RICH_WON = 100_000_000_000L;
    private static final long POOR_WON = 3_000;
    private static final int MIN_HUNDREDS = 10;
    private static final int MAX_HUNDREDS = 600;
    private static final long MIN_CHARGE_THOUSANDS = 100;
    private static final long MAX_CHARGE_THOUSANDS = 300;

    /** More than anybody may send at once. */
    private static final long TOO_MUCH_WON = 2_000_001;

    /** Its account is closed meanwhile; the others' stay open. */
    private static final int CLOSING = OUTSIDERS;

    private static final long DAYS_OF_NUMBERS = 1_000_000;

    private static final String[] SURNAMES = {"김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"};
    private static final String[] GIVEN_NAMES = {"하늘", "지우", "서준", "민서", "도윤", "수아", "예준", "지호", "하은", "유진"};
    private static final String[][] PLACES = {
        {"서울특별시", "강남구"}, {"서울특별시", "마포구"}, {"부산광역시", "해운대구"}, {"대전광역시", "유성구"}, {"경기도", "성남시"}, {"제주특별자치도", "제주시"}
    };
    private static final String[] SHOP_NAMES = {
        "노노치킨", "새벽빵집", "한강문구", "바다횟집", "별다방", "초록마트", "푸른약국", "동네책방", "달빛분식", "행복꽃집", "튼튼자전거", "온누리안경"
    };
    private static final int[] OWN_COMMISSIONS = {150, 180, 200, 220, 230, 275, 300, 320};

    private final long seed;
    private final LocalDate date;
    private final RandomGenerator random;
    private final List<Step> steps = new ArrayList<>();

    private SmallDay(long seed, LocalDate date) {
        this.seed = seed;
        this.date = date;
        this.random = new Random(seed * 31 + date.toEpochDay());
    }

    /** @param seed 0 to {@link #MAX_SEED} */
    public static Plan of(long seed, LocalDate date) {
        return new SmallDay(seed, date).plan();
    }

    private Plan plan() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(i));
        }
        List<Shop> shops = new ArrayList<>();
        for (int i = 0; i < SHOPS; i++) {
            shops.add(shop(i));
        }
        makePayments();
        makeRefusals();
        return new Plan(
                "d" + seed, date, date, people, shops, List.of(new Day(date, List.copyOf(steps))), remittances());
    }

    private Person person(int i) {
        String[] place = PLACES[i % PLACES.length];
        @Nullable Account account = i == WITHOUT_ACCOUNT ? null : account("1", i, i == POOR ? POOR_WON : RICH_WON);
        boolean charges = i < WITHOUT_ACCOUNT;
        return new Person(
                personKey(i),
                SURNAMES[i % SURNAMES.length] + GIVEN_NAMES[(i * 7 + i / SURNAMES.length) % GIVEN_NAMES.length],
                phone(i),
                place[0],
                place[1],
                account,
                charges ? 1_000 * random.nextLong(MIN_CHARGE_THOUSANDS, MAX_CHARGE_THOUSANDS) : 0,
                i == SUSPENDED);
    }

    private Shop shop(int i) {
        String[] place = PLACES[i % PLACES.length];
        return new Shop(
                "shop" + i,
                SHOP_NAMES[i],
                BusinessNumbers.of(Math.toIntExact(10_000 + seed), i),
                place[0],
                place[1],
                i < OWN_COMMISSIONS.length ? OptionalInt.of(OWN_COMMISSIONS[i]) : OptionalInt.empty(),
                account("4", i, 0),
                termsOf(i));
    }

    private static @Nullable Terms termsOf(int shop) {
        return switch (shop) {
            case 3 -> new Terms("DAILY", 50_000_000, false);
            case 6 -> new Terms("DAILY", 0, true);
            case 9 -> new Terms("MONTHLY", 0, false);
            default -> null;
        };
    }

    private Account account(String kind, int i, long endowmentWon) {
        String bank = Banks.CODES.get(i % Banks.CODES.size());
        return new Account(bank, "%s%05d%06d".formatted(kind, seed, i), endowmentWon);
    }

    /** Never one that ends in 0000: the telecom operator knows nobody there. */
    private String phone(int i) {
        return "010-%04d-%04d".formatted(seed % 10_000, 1 + i + PEOPLE * (seed / 10_000));
    }

    private static String personKey(int i) {
        return "member" + i;
    }

    private void makePayments() {
        List<Pay> cancellable = new ArrayList<>();
        for (int i = 0; i < PAYMENTS; i++) {
            Pay pay = pay(random.nextInt(WITHOUT_ACCOUNT), "shop" + random.nextInt(SHOPS), Optional.empty());
            steps.add(pay);
            if (i % (PAYMENTS / CANCELLATIONS) == 0) {
                cancellable.add(pay);
            }
        }
        for (int i = 0; i < cancellable.size(); i++) {
            Pay pay = cancellable.get(i);
            boolean inFull = i % 2 == 0;
            steps.add(new Cancel(
                    key(),
                    pay.person(),
                    pay.key(),
                    inFull ? OptionalLong.empty() : OptionalLong.of(pay.amountWon() / 3),
                    inFull ? "주문 취소" : "일부 반품",
                    Optional.empty()));
        }
    }

    private void makeRefusals() {
        for (int i = 0; i < 3; i++) {
            steps.add(pay(WITHOUT_ACCOUNT, "shop" + i, Optional.of("NO_LINKED_ACCOUNT")));
        }
        for (int i = 0; i < 2; i++) {
            steps.add(pay(SUSPENDED, "shop" + i, Optional.of("MEMBER_NOT_ACTIVE")));
            steps.add(pay(i, null, Optional.of("FRANCHISE_NOT_FOUND")));
            steps.add(pay(POOR, "shop" + i, Optional.of("TOP_UP_REFUSED")));
        }
        Pay first = (Pay) steps.get(1);
        steps.add(new Cancel(
                key(),
                first.person(),
                first.key(),
                OptionalLong.of(first.amountWon() + 1),
                "더 많이",
                Optional.of("CANCEL_AMOUNT_TOO_LARGE")));
    }

    private Remittances remittances() {
        List<Outsider> outsiders = new ArrayList<>();
        for (int i = 0; i < OUTSIDERS; i++) {
            outsiders.add(new Outsider("outsider" + i, outsiderName(i), account("5", i, 0), false));
        }
        outsiders.add(new Outsider("outsider" + CLOSING, outsiderName(CLOSING), closing(), true));
        List<Send> sends = new ArrayList<>();
        for (int i = 0; i < REMITTANCES; i++) {
            int person = random.nextInt(WITHOUT_ACCOUNT);
            int other = (person + 1 + random.nextInt(WITHOUT_ACCOUNT - 1)) % WITHOUT_ACCOUNT;
            boolean outside = i % 3 == 2;
            sends.add(send(
                    sends.size(),
                    person,
                    outside ? null : personKey(other),
                    outside ? "outsider" + i / 3 % OUTSIDERS : null,
                    Optional.empty()));
        }
        sends.add(send(sends.size(), WITHOUT_ACCOUNT, personKey(0), null, Optional.of("NO_LINKED_ACCOUNT")));
        sends.add(send(sends.size(), POOR, null, "outsider0", Optional.of("INSUFFICIENT_FUNDS")));
        sends.add(send(sends.size(), 1, null, "outsider" + CLOSING, Optional.of("ACCOUNT_CLOSED")));
        sends.add(send(sends.size(), 2, null, null, Optional.of("PAYEE_NOT_FOUND")));
        sends.add(send(sends.size(), 3, personKey(SUSPENDED), null, Optional.of("PAYEE_NOT_ACTIVE")));
        sends.add(send(sends.size(), SUSPENDED, personKey(0), null, Optional.of("MEMBER_NOT_ACTIVE")));
        sends.add(new Send(
                sendKey(sends.size()),
                personKey(4),
                personKey(5),
                null,
                TOO_MUCH_WON,
                "너무 많이",
                Optional.of("LIMIT_PER_CALL")));
        return new Remittances(outsiders, sends);
    }

    private Send send(
            int number, int person, @Nullable String toPerson, @Nullable String toOutsider, Optional<String> refusal) {
        long won = 100L * random.nextInt(MIN_HUNDREDS, MAX_HUNDREDS);
        return new Send(sendKey(number), personKey(person), toPerson, toOutsider, won, "송금 " + (number + 1), refusal);
    }

    private static String outsiderName(int i) {
        return SURNAMES[(i + 3) % SURNAMES.length] + GIVEN_NAMES[(i * 3 + 5) % GIVEN_NAMES.length];
    }

    /** Another one each day: once closed it can't be confirmed any more. */
    private Account closing() {
        return account("6", Math.toIntExact(Math.floorMod(date.toEpochDay(), DAYS_OF_NUMBERS)), 0);
    }

    private String sendKey(int number) {
        return date.toString().replace("-", "") + ".s" + number;
    }

    private Pay pay(int person, @Nullable String shop, Optional<String> refusal) {
        long won = 100L * random.nextInt(MIN_HUNDREDS, MAX_HUNDREDS);
        return new Pay(key(), personKey(person), shop, won, "주문 " + (steps.size() + 1), refusal);
    }

    private String key() {
        return date.toString().replace("-", "") + "." + steps.size();
    }
}
