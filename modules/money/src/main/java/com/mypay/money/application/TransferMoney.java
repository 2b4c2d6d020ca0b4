package com.mypay.money.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.money.application.LockMoney.Locked;
import com.mypay.money.application.TopUpIfShort.Spending;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.Posting;
import com.mypay.money.domain.TopUpRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Moves money from one member to another, for a remittance, in one entry; tops up first where the balance is short. */
@ApplicationScoped
public class TransferMoney {

    static final String OPERATION = "transfer/money";

    private final TopUpIfShort topUpIfShort;
    private final MemberMoneys memberMoneys;
    private final Entries entries;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    public TransferMoney(
            TopUpIfShort topUpIfShort, MemberMoneys memberMoneys, Entries entries, Ids ids, Occasions occasions) {
        this.topUpIfShort = topUpIfShort;
        this.memberMoneys = memberMoneys;
        this.entries = entries;
        this.ids = ids;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TransferMoney() {
        this(null, null, null, null, null);
    }

    /**
     * @param amount what the receiver gets
     * @param fee what the sender pays on top; may be zero
     * @param reference what it is for: the remittance's id
     */
    public record Command(
            Caller caller,
            RequestId requestId,
            MemberId from,
            MemberId to,
            Won amount,
            Won fee,
            String reference,
            TopUpRule topUp) {}

    /** @param balanceWon the sender's, after it */
    public record Transferred(
            String fromMoneyChangingId, String toMoneyChangingId, long balanceWon, long toppedUpWon) {}

    public Transferred transfer(Command command) {
        if (command.from().equals(command.to())) {
            throw new RejectedException(MoneyProblem.SAME_MEMBER);
        }
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), command);
        return topUpIfShort.run(new Spending<>(
                key,
                Transferred.class,
                command.from(),
                command.amount().plus(command.fee()),
                command.topUp(),
                Set.of(command.from(), command.to()),
                (moneys, toppedUp) -> apply(command, moneys, toppedUp)));
    }

    private Transferred apply(Command command, Locked moneys, Won toppedUp) {
        MemberMoney from = moneys.of(command.from());
        MemberMoney to = moneys.of(command.to());
        Posting taken = from.decrease(command.amount().plus(command.fee()));
        Posting given = to.increase(command.amount());
        memberMoneys.changed(from);
        memberMoneys.changed(to);
        List<Posting> postings = new ArrayList<>(List.of(taken, given));
        if (command.fee().isPositive()) {
            postings.add(Posting.of(AccountKind.FEE_INCOME, command.fee()));
        }
        entries.book(new Entry(ids.next(), Cause.REMITTANCE, command.reference(), occasions.now(), postings));
        return new Transferred(
                taken.changingId().toString(),
                given.changingId().toString(),
                from.balance().value(),
                toppedUp.value());
    }
}
