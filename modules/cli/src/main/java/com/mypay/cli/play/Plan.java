package com.mypay.cli.play;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a business date, and what they do. Everything has a key; request ids are made of the tag and the
 * key, so that a plan that is played again does nothing twice.
 *
 * @param tag names where the plan comes from; the same people and shops have the same tag on every day
 * @param businessDate the date that is settled in the end
 * @param partiesOn the day on which people and shops sign up and commissions begin
 * @param days in order; the last one is the business date
 * @param remittances on the business date, once its steps are done
 */
public record Plan(
        String tag,
        LocalDate businessDate,
        LocalDate partiesOn,
        List<Person> people,
        List<Shop> shops,
        List<Day> days,
        Remittances remittances) {

    /**
     * A member.
     *
     * @param account its own bank account; {@code null}: none is linked
     * @param chargeWon charged before the first day; 0: nothing
     * @param suspended by staff, once signed up
     */
    public record Person(
            String key,
            String name,
            String phone,
            String province,
            String district,
            @Nullable Account account,
            long chargeWon,
            boolean suspended) {}

    /**
     * A franchise.
     *
     * @param commissionBasisPoints own terms; empty: those of everybody
     * @param account its settlement account
     * @param terms settlement terms as the API takes them; {@code null}: the usual ones
     */
    public record Shop(
            String key,
            String name,
            String businessNumber,
            String province,
            String district,
            OptionalInt commissionBasisPoints,
            Account account,
            @Nullable Terms terms) {}

    /** @param cycle DAILY, WEEKLY or MONTHLY */
    public record Terms(String cycle, long minimumPayoutWon, boolean hold) {}

    /** @param endowmentWon what it is opened with at the bank simulator */
    public record Account(String bankCode, String number, long endowmentWon) {}

    /** @param steps each person's in their order; those of different people in any */
    public record Day(LocalDate date, List<Step> steps) {}

    /**
     * Who sends money to whom.
     *
     * @param outsiders whose accounts are there before
     * @param sends each person's in their order; those of different people in any
     */
    public record Remittances(List<Outsider> outsiders, List<Send> sends) {

        public static final Remittances NONE = new Remittances(List.of(), List.of());
    }

    /**
     * Somebody who is no member and has an account at a bank.
     *
     * @param closes once senders have confirmed it: the bank refuses what is sent to it then
     */
    public record Outsider(String key, String name, Account account, boolean closes) {}

    /**
     * One remittance.
     *
     * @param person who sends
     * @param toPerson a member's key; {@code null}: to the outsider
     * @param toOutsider an outsider's key; {@code null}, as the other one is: to a member that doesn't exist
     * @param refusal the code that it is refused with, or the reason that it fails for; empty: it has to succeed
     */
    public record Send(
            String key,
            String person,
            @Nullable String toPerson,
            @Nullable String toOutsider,
            long amountWon,
            String memo,
            Optional<String> refusal) {}

    /** Something that one person does. */
    public sealed interface Step permits Pay, Cancel {

        String key();

        /** Whose order it keeps. */
        String person();

        /** The problem's code that it has to end with; empty: it has to succeed. */
        Optional<String> refusal();
    }

    /** @param shop {@code null}: a franchise that doesn't exist */
    public record Pay(
            String key,
            String person,
            @Nullable String shop,
            long amountWon,
            String orderName,
            Optional<String> refusal)
            implements Step {}

    /** @param amountWon empty: all that remains */
    public record Cancel(
            String key,
            String person,
            String paymentKey,
            OptionalLong amountWon,
            String reason,
            Optional<String> refusal)
            implements Step {}

    public int stepCount() {
        return days.stream().mapToInt(day -> day.steps().size()).sum();
    }
}
