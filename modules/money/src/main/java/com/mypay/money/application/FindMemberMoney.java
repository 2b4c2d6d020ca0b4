package com.mypay.money.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.money.application.port.Banking;
import com.mypay.money.application.port.Banking.LinkedAccount;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.MemberMoneys.MoneyTotal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows what a member has, with its linked account, and what all the customers of a district have together. */
@ApplicationScoped
public class FindMemberMoney {

    private static final Log LOG = Log.of(FindMemberMoney.class);

    private final Transactions transactions;
    private final OpenMoney openMoney;
    private final MemberMoneys memberMoneys;
    private final Banking banking;

    @Inject
    public FindMemberMoney(Transactions transactions, OpenMoney openMoney, MemberMoneys memberMoneys, Banking banking) {
        this.transactions = transactions;
        this.openMoney = openMoney;
        this.memberMoneys = memberMoneys;
        this.banking = banking;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindMemberMoney() {
        this(null, null, null, null);
    }

    /** Whether the linked account is shown. */
    public enum Link {
        LINKED,
        NONE,
        /** Banking doesn't answer right now; the balance is right all the same. */
        NOT_KNOWN
    }

    /** @param account only with {@link Link#LINKED} */
    public record MoneyWithAccount(
            MemberMoney money, Link link, @Nullable LinkedAccount account) {}

    /** The balance from here, the account from banking: each is asked where it belongs. */
    public MoneyWithAccount of(Caller caller, MemberId member) {
        if (!caller.mayActFor(member)) {
            throw new RejectedException(MoneyProblem.MEMBER_NOT_FOUND, "member " + member);
        }
        MemberMoney money = openMoney.whereMissing(() -> transactions
                .inTransaction(() -> memberMoneys.find(member))
                .orElseThrow(() -> new MoneyNotOpenedException(member)));
        try {
            Optional<LinkedAccount> account = banking.linkedAccountOf(member);
            return new MoneyWithAccount(money, account.isPresent() ? Link.LINKED : Link.NONE, account.orElse(null));
        } catch (UnavailableException | UnknownOutcomeException e) {
            LOG.warning("the balance is shown without its account: {0}", e.getMessage());
            return new MoneyWithAccount(money, Link.NOT_KNOWN, null);
        }
    }

    /** @param province of all provinces if {@code null} */
    public MoneyTotal total(@Nullable String province, @Nullable String district) {
        return transactions.inTransaction(() -> memberMoneys.totalOf(province, district));
    }
}
