package com.mypay.money.application;

import com.mypay.framework.value.Ids;
import com.mypay.framework.value.Won;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.Hold;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.HoldStatus;
import com.mypay.money.domain.Holds;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.Occasion;
import com.mypay.money.domain.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The remittance that a hold was made for has left the corporate account: what was held is gone, its fee is earned.
 * Answers remittance; runs in the message's transaction.
 */
@ApplicationScoped
public class CaptureMoney {

    static final String OPERATION = "capture-money";

    private final AnswerRemittance answerRemittance;
    private final Holds holds;
    private final LockMoney lockMoney;
    private final MemberMoneys memberMoneys;
    private final Entries entries;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    public CaptureMoney(
            AnswerRemittance answerRemittance,
            Holds holds,
            LockMoney lockMoney,
            MemberMoneys memberMoneys,
            Entries entries,
            Ids ids,
            Occasions occasions) {
        this.answerRemittance = answerRemittance;
        this.holds = holds;
        this.lockMoney = lockMoney;
        this.memberMoneys = memberMoneys;
        this.entries = entries;
        this.ids = ids;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CaptureMoney() {
        this(null, null, null, null, null, null, null);
    }

    /** @param fee the part of the held amount that the operator keeps; may be zero, and is less than the amount */
    public record Command(HoldId hold, Won fee) {}

    /** Answered with {@code DONE} or {@code REFUSED}. */
    public void capture(Delivery delivery, Command command) {
        answerRemittance.once(delivery, OPERATION, command, () -> apply(delivery, command));
    }

    private MoneyCommandAnswered apply(Delivery delivery, Command command) {
        Optional<Hold> found =
                holds.lock(command.hold()).filter(hold -> hold.reference().equals(delivery.remittanceId()));
        if (found.isEmpty()) {
            return MoneyCommandAnswered.refused(delivery, MoneyProblem.HOLD_NOT_FOUND);
        }
        Hold hold = found.get();
        if (hold.status() != HoldStatus.HELD) {
            return MoneyCommandAnswered.refused(delivery, MoneyProblem.HOLD_ENDED);
        }
        if (!command.fee().isLessThan(hold.amount())) {
            return MoneyCommandAnswered.refused(delivery, MoneyProblem.FEE_TOO_LARGE);
        }
        capture(hold, command.fee());
        return MoneyCommandAnswered.done(delivery);
    }

    private void capture(Hold hold, Won fee) {
        Occasion occasion = occasions.now();
        hold.captured(occasion);
        holds.changed(hold);
        MemberMoney money = lockMoney.lock(hold.member());
        List<Posting> postings = new ArrayList<>();
        postings.add(money.capture(hold.amount()));
        postings.add(Posting.of(AccountKind.CORPORATE_CASH, hold.amount().minus(fee)));
        if (fee.isPositive()) {
            postings.add(Posting.of(AccountKind.FEE_INCOME, fee));
        }
        memberMoneys.changed(money);
        entries.book(
                MoneyEvents.changed(new Entry(ids.next(), Cause.REMITTANCE, hold.reference(), occasion, postings)));
    }
}
