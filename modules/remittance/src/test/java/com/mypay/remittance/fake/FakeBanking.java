package com.mypay.remittance.fake;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.remittance.application.RemittanceProblem;
import com.mypay.remittance.application.port.Banking;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.VerificationLevel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link Banking} with the accounts that it is told of. */
public final class FakeBanking implements Banking {

    private final Map<String, Payee> accounts = new HashMap<>();
    private final Set<MemberId> verified = new HashSet<>();
    private final Runnable refuseInTransaction;
    private final Set<MemberId> failing = new HashSet<>();
    private boolean away;

    /** @param refuseInTransaction fails while a transaction is open */
    public FakeBanking(Runnable refuseInTransaction) {
        this.refuseInTransaction = refuseInTransaction;
    }

    public void knows(String bankCode, String accountNumber, Payee payee) {
        accounts.put(bankCode + accountNumber, payee);
    }

    public void verified(MemberId member) {
        verified.add(member);
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** Whatever is asked about this member. */
    public void failsFor(MemberId member) {
        failing.add(member);
    }

    private void called() {
        refuseInTransaction.run();
        if (away) {
            throw new UnavailableException("banking is away");
        }
    }

    @Override
    public Payee confirmPayee(String bankCode, String accountNumber) {
        called();
        Payee payee = accounts.get(bankCode + accountNumber);
        if (payee == null) {
            throw new RejectedException(RemittanceProblem.PAYEE_NOT_FOUND);
        }
        return payee;
    }

    @Override
    public VerificationLevel levelOf(MemberId member) {
        called();
        if (failing.contains(member)) {
            throw new IllegalStateException("banking can't tell about member " + member);
        }
        return verified.contains(member) ? VerificationLevel.VERIFIED : VerificationLevel.BASIC;
    }

    @Override
    public List<TransferableBank> transferableBanks() {
        called();
        return List.of(new TransferableBank("004", "국민은행", false, Won.won(10_000_000)));
    }
}
