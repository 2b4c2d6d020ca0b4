package com.mypay.money.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.RequestId;
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
import java.util.Set;

/** The remittance that a hold was made for has left the corporate account: what was held is gone, its fee is earned. */
@ApplicationScoped
public class CaptureMoney {

    static final String OPERATION = "capture/money";

    private final Transactions transactions;
    private final Requests requests;
    private final Holds holds;
    private final LockMoney lockMoney;
    private final MemberMoneys memberMoneys;
    private final Entries entries;
    private final Ids ids;
    private final Occasions occasions;

    @Inject
    public CaptureMoney(
            Transactions transactions,
            Requests requests,
            Holds holds,
            LockMoney lockMoney,
            MemberMoneys memberMoneys,
            Entries entries,
            Ids ids,
            Occasions occasions) {
        this.transactions = transactions;
        this.requests = requests;
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
        this(null, null, null, null, null, null, null, null);
    }

    /** @param fee the part of the held amount that the operator keeps; may be zero */
    public record Command(Caller caller, RequestId requestId, HoldId hold, Won fee) {}

    /** @param balanceWon after it */
    public record Captured(String holdId, String moneyChangingId, long balanceWon) {}

    public Captured capture(Command command) {
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), command);
        return transactions.inTransaction(() -> requests.once(key, Captured.class, () -> apply(command)));
    }

    private Captured apply(Command command) {
        Hold hold = holds.lock(command.hold())
                .orElseThrow(() -> new RejectedException(MoneyProblem.HOLD_NOT_FOUND, "hold " + command.hold()));
        if (hold.status() != HoldStatus.HELD) {
            throw new RejectedException(MoneyProblem.HOLD_ENDED, "status " + hold.status());
        }
        if (command.fee().isMoreThan(hold.amount())) {
            throw new RejectedException(MoneyProblem.FEE_TOO_LARGE, "held " + hold.amount());
        }
        Occasion occasion = occasions.now();
        hold.captured(occasion);
        holds.changed(hold);
        MemberMoney money = lockMoney.lock(Set.of(hold.member())).of(hold.member());
        Posting changing = money.capture(hold.amount());
        memberMoneys.changed(money);
        List<Posting> postings = postings(changing, hold.amount(), command.fee());
        entries.book(new Entry(ids.next(), Cause.REMITTANCE, hold.reference(), occasion, postings));
        return new Captured(
                hold.id().value(),
                changing.changingId().toString(),
                money.balance().value());
    }

    private static List<Posting> postings(Posting changing, Won amount, Won fee) {
        List<Posting> postings = new ArrayList<>(List.of(changing));
        Won sent = amount.minus(fee);
        if (sent.isPositive()) {
            postings.add(Posting.of(AccountKind.CORPORATE_CASH, sent));
        }
        if (fee.isPositive()) {
            postings.add(Posting.of(AccountKind.FEE_INCOME, fee));
        }
        return postings;
    }
}
