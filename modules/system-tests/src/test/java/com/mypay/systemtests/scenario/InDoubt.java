package com.mypay.systemtests.scenario;

import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.Remittances;
import com.mypay.systemtests.kit.RunningInstallation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remittances that the operator's own bank, which is down, has left in doubt for so long that they are on the staff's
 * work list. As long as it is down; made in advance, because each takes a while.
 */
final class InDoubt {

    static final String RESOLVE = "/remittance/adm/v1/resolve/remittance";
    static final String APPROVE = "/remittance/adm/v1/approve/resolution";

    private static final int AT_ONCE = 16;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Map<RunningInstallation, InDoubt> OF = new ConcurrentHashMap<>();

    private final RunningInstallation mypay;
    private final Deque<String> waiting = new ArrayDeque<>();

    private InDoubt(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    static InDoubt of(RunningInstallation mypay) {
        return OF.computeIfAbsent(mypay, InDoubt::new);
    }

    /** Always the same one. */
    synchronized String oneThatStays() {
        makeMore();
        return waiting.getFirst();
    }

    /** One that nobody else gets. */
    synchronized String another() {
        makeMore();
        return waiting.removeLast();
    }

    private void makeMore() {
        if (waiting.size() > 1) {
            return;
        }
        Remittances remittances = new Remittances(mypay);
        Member sender = mypay.people().aMember().withMoney(100_000).signedUp();
        Banks.Account payee = mypay.banks().open("090", "김밖에", 0);
        mypay.banks().behaves(Banks.CORPORATE_BANK, "DOWN", "appliesTo", "EVERYTHING");
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            sent.add(remittances.send(sender, payee, 1_000));
        }
        sent.forEach(id -> remittances.awaitStatus(sender, id, "IN_DOUBT"));
        await("they are on the work list")
                .atMost(LONGEST)
                .until(() -> onWorkList(mypay).containsAll(sent));
        waiting.addAll(sent);
    }

    static List<String> onWorkList(RunningInstallation mypay) {
        return mypay.client()
                .asOperator()
                .get("/remittance/adm/v1/find/in-doubt", "limit", 200)
                .is(200)
                .items("items")
                .map(item -> item.getJsonObject("remittance").getString("remittanceId"))
                .toList();
    }
}
