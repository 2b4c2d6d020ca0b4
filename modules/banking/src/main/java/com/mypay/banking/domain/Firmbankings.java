package com.mypay.banking.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All firmbankings and their history. Every method runs inside a transaction. */
public interface Firmbankings {

    /** A new one; a second one of the same requester, request id and attempt loses the race and is read instead. */
    void add(Firmbanking firmbanking);

    /**
     * Writes what a verb gave, and the step in the history.
     *
     * @param before what the verb was called on
     * @param at business time of the step
     * @param guid of the business transaction that made the step
     * @throws ChangedMeanwhileException if somebody else has saved it since {@code before} was read
     */
    void save(Firmbanking before, Firmbanking after, Instant at, String guid);

    Optional<Firmbanking> find(String firmbankingId);

    /** The latest attempt. */
    Optional<Firmbanking> find(String requester, RequestId requestId);

    /** From the first step on. */
    List<FirmbankingStep> history(String firmbankingId);

    /**
     * Of one member, the latest first.
     *
     * @param page after an id
     */
    List<Firmbanking> ofMember(MemberId member, Period period, PageRequest page);

    /**
     * Those that are due to be looked after, but for {@code WAITING} ones; the longest waiting first. They are open, or
     * staff has ended them and their bank is to be asked whether it was so.
     */
    List<Firmbanking> due(Instant realTime, int atMost);

    /** {@code WAITING} ones whose time has come, the longest waiting first. */
    List<Firmbanking> waitingUntil(Instant realTime, int atMost);

    /** What waits longer for the end of a maintenance window is looked at then: the clock, or a contract, was changed. */
    void lookAtMaintenance(Instant realTime);

    /** Open ones that are in this status, the oldest first; the {@code UNKNOWN} ones are the staff's work list. */
    List<Firmbanking> open(FirmbankingStatus status, PageRequest page);

    /** By bank, the completed calls whose transaction date lies in a period, and their fees. */
    List<BankFees> fees(LocalDate from, LocalDate to);

    /** From the first instant, inclusive, to the second, exclusive. */
    record Period(Instant from, Instant to) {}

    record BankFees(BankCode bank, long completedCalls, Won fees) {}
}
