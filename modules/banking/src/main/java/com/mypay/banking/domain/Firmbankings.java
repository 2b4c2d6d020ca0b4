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

    /** Open ones that are due to be looked after, the longest waiting first. */
    List<Firmbanking> due(Instant realTime, int atMost);

    /** What nobody knows the end of, the oldest first: the staff's work list. */
    List<Firmbanking> unknown(PageRequest page);

    /** By bank, the completed calls whose transaction date lies in a period, and their fees. */
    List<BankFees> fees(LocalDate from, LocalDate to);

    /** From the first instant, inclusive, to the second, exclusive. */
    record Period(Instant from, Instant to) {}

    record BankFees(BankCode bank, long completedCalls, Won fees) {}
}
