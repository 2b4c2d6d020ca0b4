package com.mypay.simulation;

import com.mypay.framework.context.Caller;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import com.mypay.remittance.application.ApproveResolution;
import com.mypay.remittance.application.FindInDoubt;
import com.mypay.remittance.application.ResolveRemittance;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Resolution.Decision;
import java.util.List;
import java.util.Optional;

/**
 * The operator's staff: has dead letters delivered again, and looks at the work list. Of what the bank has decided one
 * person tells how it is to end, having telephoned with the bank, and another one approves.
 */
final class Staff {

    private static final Caller KIM = Caller.staff("kim", "operator");
    private static final Caller LEE = Caller.staff("lee", "approver");

    private static final PageRequest PAGE = PageRequest.of(null, null);

    private final Installation installation;
    private final Customers customers;
    private int rounds;

    Staff(Installation installation, Customers customers) {
        this.installation = installation;
        this.customers = customers;
    }

    void work() {
        installation.broker.resendDeadLetters();
        rounds++;
        int round = rounds;
        customers.act(0, () -> {
            String id = "work-list-" + round;
            customers
                    .look(new Customers.Question<>(
                            KIM,
                            id,
                            installation.remittance,
                            server -> server.beans().get(FindInDoubt.class).find(PAGE).items().stream()
                                    .map(found -> found.remittance().id())
                                    .toList()))
                    .orElse(List.of())
                    .forEach(remittance -> resolve(remittance, round));
        });
    }

    private void resolve(RemittanceId remittance, int round) {
        String id = "resolve-" + remittance + "-" + round;
        asTheBankHasDecided(remittance)
                .flatMap(decision -> customers.ask(new Customers.Question<>(
                        KIM,
                        id,
                        installation.remittance,
                        server -> server.beans()
                                .get(ResolveRemittance.class)
                                .resolve(new ResolveRemittance.Command(
                                        KIM, new RequestId(id), remittance, decision, "the bank says so")))))
                .ifPresent(proposed -> approve(proposed.resolutionId()));
    }

    private void approve(String resolution) {
        String id = "approve-" + resolution;
        customers.ask(new Customers.Question<>(
                LEE,
                id,
                installation.remittance,
                server -> server.beans()
                        .get(ApproveResolution.class)
                        .approve(new ApproveResolution.Command(LEE, new RequestId(id), resolution))));
    }

    /** Empty while the bank doesn't know itself. */
    private Optional<Decision> asTheBankHasDecided(RemittanceId remittance) {
        return installation.banking.firmbankings().all().stream()
                .filter(firmbanking -> firmbanking.requestId().value().startsWith(remittance.value()))
                .findFirst()
                .flatMap(firmbanking -> installation.banks.decisionOf(firmbanking.id()))
                .map(completed -> completed ? Decision.COMPLETED : Decision.REFUSED);
    }
}
