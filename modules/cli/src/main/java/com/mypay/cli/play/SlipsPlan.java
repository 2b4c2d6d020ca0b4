package com.mypay.cli.play;

import com.mypay.cli.play.Plan.Account;
import com.mypay.cli.play.Plan.Cancel;
import com.mypay.cli.play.Plan.Day;
import com.mypay.cli.play.Plan.Pay;
import com.mypay.cli.play.Plan.Person;
import com.mypay.cli.play.Plan.Shop;
import com.mypay.cli.play.Plan.Step;
import com.mypay.cli.slips.SlipBook;
import com.mypay.cli.slips.SlipBook.Cancellation;
import com.mypay.cli.slips.SlipLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the plan of one real day out of a slips file: the day's payments and cancellations; the earlier payments that
 * the day's cancellations belong to, on their own days; and what was cancelled of these before, so that the right
 * amounts remain.
 */
public final class SlipsPlan {

    /** More than any member of the file ever pays. */
    private static final long ENDOWMENT_WON = 1_000_000_000_000L;

    private static final int TAG_RADIX = 16;

    private final SlipBook book;
    private final LocalDate date;
    private final Map<String, Integer> numberOfShop = new HashMap<>();
    private final Map<String, String> districtOfMember = new HashMap<>();

    private SlipsPlan(SlipBook book, LocalDate date) {
        this.book = book;
        this.date = date;
        for (SlipLine payment : book.payments()) {
            numberOfShop.putIfAbsent(payment.franchise(), numberOfShop.size());
            districtOfMember.putIfAbsent(payment.member(), payment.district());
        }
    }

    public static Plan of(SlipBook book, LocalDate date) {
        return new SlipsPlan(book, date).plan();
    }

    /** The file's shops alone, in none of its days: who only takes its slips over plays no payments. */
    public static Plan ofShops(SlipBook book) {
        SlipsPlan plan = new SlipsPlan(book, book.lastDay());
        return new Plan(
                tagOf(book),
                book.lastDay(),
                book.firstDay(),
                List.of(),
                plan.shops(new HashSet<>(book.payments())),
                List.of(),
                Plan.Remittances.NONE);
    }

    /** What a shop of the file is called among the parties of {@link #ofShops}: as in each day of the file. */
    public static Map<String, String> keysOfShops(SlipBook book) {
        SlipsPlan plan = new SlipsPlan(book, book.lastDay());
        Map<String, String> keys = new HashMap<>();
        plan.numberOfShop.keySet().forEach(franchise -> keys.put(franchise, plan.keyOf(franchise)));
        return keys;
    }

    private static String tagOf(SlipBook book) {
        return "s" + book.tag();
    }

    private Plan plan() {
        Set<SlipLine> needed = new HashSet<>();
        book.payments().stream().filter(slip -> slip.day().equals(date)).forEach(needed::add);
        book.cancellations().stream()
                .filter(each -> each.slip().day().equals(date))
                .forEach(each -> needed.add(each.payment()));

        // In the file's order, so that a cancellation comes after its payment
        Map<Integer, Step> stepOfLine = new TreeMap<>();
        Map<Integer, LocalDate> dayOfLine = new HashMap<>();
        for (SlipLine payment : needed) {
            stepOfLine.put(payment.number(), payment(payment));
            dayOfLine.put(payment.number(), payment.day());
        }
        for (Cancellation each : book.cancellations()) {
            if (needed.contains(each.payment()) && !each.slip().day().isAfter(date)) {
                stepOfLine.put(each.slip().number(), cancellation(each));
                dayOfLine.put(each.slip().number(), each.slip().day());
            }
        }
        Map<LocalDate, List<Step>> stepsOfDay = new TreeMap<>();
        stepOfLine.forEach((line, step) -> stepsOfDay
                .computeIfAbsent(required(dayOfLine, line), day -> new ArrayList<>())
                .add(step));
        List<Day> days = stepsOfDay.entrySet().stream()
                .map(each -> new Day(each.getKey(), each.getValue()))
                .toList();
        return new Plan(tagOf(book), date, book.firstDay(), people(needed), shops(needed), days, Plan.Remittances.NONE);
    }

    private Step payment(SlipLine slip) {
        return new Pay(
                Integer.toString(slip.number()),
                slip.member(),
                keyOf(slip.franchise()),
                slip.amountWon(),
                slip.franchise(),
                Optional.empty());
    }

    private static Step cancellation(Cancellation each) {
        return new Cancel(
                Integer.toString(each.slip().number()),
                each.payment().member(),
                Integer.toString(each.payment().number()),
                OptionalLong.of(each.slip().amountWon()),
                "line " + each.slip().number(),
                Optional.empty());
    }

    private List<Person> people(Set<SlipLine> needed) {
        Map<String, Long> paysWon = new LinkedHashMap<>();
        needed.stream()
                .sorted(java.util.Comparator.comparingInt(SlipLine::number))
                .forEach(slip -> paysWon.merge(slip.member(), slip.amountWon(), Long::sum));
        List<Person> people = new ArrayList<>();
        paysWon.forEach((member, won) -> people.add(new Person(
                member,
                "Customer " + member,
                phone(Integer.parseInt(member)),
                "Online",
                required(districtOfMember, member),
                account("2", Integer.parseInt(member)),
                won,
                false)));
        return people;
    }

    private List<Shop> shops(Set<SlipLine> needed) {
        return needed.stream()
                .map(SlipLine::franchise)
                .distinct()
                .sorted()
                .map(this::shop)
                .toList();
    }

    private Shop shop(String franchise) {
        int number = required(numberOfShop, franchise);
        return new Shop(
                keyOf(franchise),
                "Shop " + franchise,
                BusinessNumbers.of(filePart(90_000) + 10_000, number),
                "Online",
                "Wholesale",
                OptionalInt.of(SlipBook.commissionBasisPoints(franchise)),
                account("3", number),
                null);
    }

    /** Stock codes have characters that request ids don't take. */
    private String keyOf(String franchise) {
        return "f" + required(numberOfShop, franchise);
    }

    private Account account(String kind, int number) {
        String bank = Banks.CODES.get(number % Banks.CODES.size());
        return new Account(bank, "%s%05d%06d".formatted(kind, filePart(100_000), number), ENDOWMENT_WON);
    }

    /** Different files have different people. */
    private int filePart(int modulus) {
        return (int) (Long.parseLong(book.tag(), TAG_RADIX) % modulus);
    }

    /** Never one that ends in 0000: the telecom operator knows nobody there. */
    private static String phone(int number) {
        return "010-%04d-%04d".formatted(1 + number / 9_999, 1 + number % 9_999);
    }

    private static <K, V> V required(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing for " + key);
        }
        return value;
    }
}
