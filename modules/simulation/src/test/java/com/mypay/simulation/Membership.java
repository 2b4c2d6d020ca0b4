package com.mypay.simulation;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.MemberId;
import com.mypay.money.domain.MemberKind;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberStatus;
import com.mypay.remittance.domain.Partner;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.PartnerStatus;
import com.mypay.simulation.kernel.Service;
import com.mypay.simulation.kernel.World;
import java.util.HashMap;
import java.util.Map;

/**
 * Membership, seen from outside: staff suspends a member and resumes it. Who asks hears so at once; the replicas hear of
 * it by events, which come late, doubled and one before the other, and for certain.
 */
final class Membership {

    private static final Caller MEMBERSHIP = Caller.service("membership");
    private static final int TOLD_TWICE = 200;
    private static final int TOLD_WITHIN_MILLIS = 6_000;
    private static final int TOLD_AGAIN_AFTER_MILLIS = 2_000;

    private final World world;
    private final Installation installation;
    private final Customers customers;
    private final Map<MemberId, Integer> versions = new HashMap<>();

    Membership(Installation installation, Customers customers) {
        this.world = installation.world;
        this.installation = installation;
        this.customers = customers;
    }

    void suspend(MemberId member) {
        become(member, PartnerStatus.SUSPENDED, MemberStatus.SUSPENDED);
    }

    void resume(MemberId member) {
        become(member, PartnerStatus.ACTIVE, MemberStatus.ACTIVE);
    }

    private void become(MemberId member, PartnerStatus forRemittance, MemberStatus forMoney) {
        int version = versions.merge(member, 2, (known, first) -> known + 1);
        world.tell("member {0} is {1}", member, forMoney);
        Partner partner = new Partner(member, PartnerKind.PERSONAL, forRemittance, version);
        installation.remittance.changed(partner);
        tell(installation.remittance, server -> {
            server.transactions()
                    .inTransaction(() -> server.beans()
                            .get(com.mypay.remittance.application.FollowMember.class)
                            .follow(partner));
            return true;
        });
        MemberProfile.News news = new MemberProfile.News(
                member,
                MemberKind.PERSONAL,
                forMoney,
                "서울특별시",
                "강남구",
                version,
                world.scheduler().now());
        tell(installation.money, server -> {
            server.transactions()
                    .inTransaction(() -> server.beans()
                            .get(com.mypay.money.application.FollowMember.class)
                            .follow(news));
            return true;
        });
    }

    private void tell(Service service, Service.ServerCall<Boolean> event) {
        int times = world.dice().happens(TOLD_TWICE) ? 2 : 1;
        for (int i = 0; i < times; i++) {
            customers.act(world.dice().between(0, TOLD_WITHIN_MILLIS), () -> untilTaken(service, event));
        }
    }

    private void untilTaken(Service service, Service.ServerCall<Boolean> event) {
        boolean taken = false;
        while (!taken) {
            world.step();
            try {
                taken = world.call(MEMBERSHIP, "follow/member").call(() -> service.serve(event));
            } catch (UnavailableException | UnknownOutcomeException e) {
                world.scheduler().pause(TOLD_AGAIN_AFTER_MILLIS);
            }
        }
    }
}
