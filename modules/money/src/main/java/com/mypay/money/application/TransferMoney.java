package com.mypay.money.application;

import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.money.application.LockMoney.Both;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves a remittance's money from one member to another, in one entry, and answers remittance. Runs in the message's
 * transaction, which has eight statements with that of the message itself: this is on the way of every remittance to a
 * member.
 */
@ApplicationScoped
public class TransferMoney {

    static final String OPERATION = "transfer-money";

    private final AnswerRemittance answerRemittance;
    private final LockMoney lockMoney;
    private final MemberMoneys memberMoneys;
    private final Entries entries;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    public TransferMoney(
            AnswerRemittance answerRemittance,
            LockMoney lockMoney,
            MemberMoneys memberMoneys,
            Entries entries,
            Ids ids,
            Occasions occasions) {
        this.answerRemittance = answerRemittance;
        this.lockMoney = lockMoney;
        this.memberMoneys = memberMoneys;
        this.entries = entries;
        this.ids = ids;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TransferMoney() {
        this(null, null, null, null, null, null);
    }

    /**
     * @param amount what the payee gets
     * @param fee what the sender pays on top; may be zero
     */
    public record Command(MemberId from, MemberId to, Won amount, Won fee) {}

    /** Answered with {@code DONE}, {@code SHORT} or {@code REFUSED}. */
    public void transfer(Delivery delivery, Command command) {
        answerRemittance.once(delivery, OPERATION, command, () -> apply(delivery, command));
    }

    private MoneyCommandAnswered apply(Delivery delivery, Command command) {
        if (command.from().equals(command.to())) {
            return MoneyCommandAnswered.refused(delivery, MoneyProblem.SAME_MEMBER);
        }
        Won taken = command.amount().plus(command.fee());
        Both moneys = lockMoney.lockOrOpenBoth(command.from(), command.to());
        MemberMoney from = moneys.from();
        if (!from.covers(taken)) {
            return MoneyCommandAnswered.shortBy(delivery, from.shortageFor(taken));
        }
        move(delivery, command, from, moneys.to());
        return MoneyCommandAnswered.done(delivery);
    }

    private void move(Delivery delivery, Command command, MemberMoney from, MemberMoney to) {
        List<Posting> postings = new ArrayList<>();
        postings.add(from.decrease(command.amount().plus(command.fee())));
        postings.add(to.increase(command.amount()));
        if (command.fee().isPositive()) {
            postings.add(Posting.of(AccountKind.FEE_INCOME, command.fee()));
        }
        memberMoneys.changed(from, to);
        entries.book(MoneyEvents.changed(
                new Entry(ids.next(), Cause.REMITTANCE, delivery.remittanceId(), occasions.now(), postings)));
    }
}
