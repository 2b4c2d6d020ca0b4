package com.mypay.simulation;

import com.mypay.banking.application.FindFirmbankings;
import com.mypay.banking.application.RequestFirmbanking;
import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.Party;
import com.mypay.banking.domain.Purpose;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.money.application.port.Banking;
import com.mypay.simulation.kernel.Server;
import com.mypay.simulation.kernel.Service;
import java.util.Optional;

/** Money's REST client and banking's resources in one: banking as a server of money's reaches it. */
final class BankingForMoney implements Banking {

    /** As money's configuration has it. */
    private static final int TIMEOUT_MILLIS = 8_000;

    private static final Caller MONEY = Caller.service("money");

    private final Server.Life server;
    private final BankingService banking;

    BankingForMoney(Server.Life server, BankingService banking) {
        this.server = server;
        this.banking = banking;
    }

    @Override
    public Firmbanking topUp(String requestId, MemberId member, Won amount) {
        FirmbankingOrder order = new FirmbankingOrder(
                "money",
                new RequestId(requestId),
                null,
                Party.member(member),
                Party.corporate(),
                amount,
                Purpose.TOP_UP,
                "MyPay top-up");
        try {
            return read(
                    call(beans -> beans.beans().get(RequestFirmbanking.class).request(order)));
        } catch (RejectedException e) {
            return e.problem() == CommonProblem.REQUEST_RUNNING
                    ? Firmbanking.unknown(null)
                    : Firmbanking.refused(null, reasonOf(e.problem().name()));
        }
    }

    @Override
    public Optional<Firmbanking> find(String requestId) {
        try {
            return Optional.of(read(call(callee -> callee.beans()
                    .get(FindFirmbankings.class)
                    .byRequest(MONEY, "money", new RequestId(requestId))
                    .firmbanking())));
        } catch (RejectedException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<LinkedAccount> linkedAccountOf(MemberId member) {
        throw new IllegalStateException("nobody looks at a member's money in a run");
    }

    private com.mypay.banking.domain.Firmbanking call(Service.ServerCall<com.mypay.banking.domain.Firmbanking> work) {
        CallContext mine = CallContext.current();
        CallContext theirs = new CallContext(mine.guid(), mine.hop() + 1, MONEY, "banking");
        return server.call(banking, TIMEOUT_MILLIS, callee -> theirs.call(() -> work.on(callee)));
    }

    private static Firmbanking read(com.mypay.banking.domain.Firmbanking firmbanking) {
        return switch (firmbanking.status()) {
            case COMPLETED -> Firmbanking.completed(firmbanking.id());
            case REFUSED -> Firmbanking.refused(firmbanking.id(), reasonOf(String.valueOf(firmbanking.reasonCode())));
            case WAITING, REQUESTED, SENT, UNKNOWN -> Firmbanking.unknown(firmbanking.id());
        };
    }

    private static String reasonOf(String code) {
        return code.equals("NO_VERIFIED_ACCOUNT") ? Firmbanking.NO_LINKED_ACCOUNT : code;
    }
}
