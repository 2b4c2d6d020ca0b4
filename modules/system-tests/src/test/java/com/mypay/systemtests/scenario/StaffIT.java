package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff comes, changes and goes; what it may do is the same in every service. */
@ExtendWith(SharedInstallation.class)
class StaffIT {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final RunningInstallation mypay;
    private final Client administrator;

    StaffIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.administrator = mypay.client().asStaff("park.staff", "administrator");
    }

    @Test
    void whoHasLeftApprovesNothingThatOthersMayStillApprove() {
        String login = employed("OPERATOR", "APPROVER");
        Client leaver = mypay.client().asStaff(login, "operator", "approver");
        String own = proposed(leaver);
        String others = proposed(mypay.client().asOperator());

        close(login).is(200);

        approve(leaver, others).isProblem(403, "NOT_PERMITTED");
        approve(mypay.client().asStaff("choi.approver", "approver"), own).is(200);
        approve(mypay.client().asStaff("choi.approver", "approver"), others).is(200);
    }

    @Test
    void whoHasLeftMayNotEvenLookInAnyService() {
        String login = employed("OPERATOR");
        Client leaver = mypay.client().asStaff(login, "operator");
        long member = mypay.people().aMember().signedUp().id();
        for (String service : RunningInstallation.SERVICES) {
            leaver.get("/" + service + "/adm/v1/find/message-counts").is(200);
        }
        leaver.get("/membership/com/v1/find/member", "memberId", member).is(200);

        close(login).is(200);

        for (String service : RunningInstallation.SERVICES) {
            leaver.get("/" + service + "/adm/v1/find/message-counts").isProblem(403, "NOT_PERMITTED");
        }
        leaver.get("/membership/com/v1/find/member", "memberId", member).isProblem(403, "NOT_PERMITTED");
    }

    @Test
    void aRoleIsOneThatMembershipHasGiven() {
        String login = employed("OPERATOR");
        Client staff = mypay.client().asStaff(login, "operator", "approver");
        String proposal = proposed(mypay.client().asOperator());
        approve(staff, proposal).isProblem(403, "NOT_PERMITTED");

        administrator
                .post(
                        "/membership/adm/v1/modify/staff",
                        json("login", login, "name", "이직원", "roles", List.of("APPROVER")))
                .is(200);

        approve(staff, proposal).is(200);
        propose(staff).isProblem(403, "NOT_PERMITTED");
    }

    @Test
    void staffIsFoundWithItsHistoryAlsoWhenItHasLeft() {
        String login = employed("OPERATOR");
        close(login).is(200);
        close(login).isProblem(422, "STAFF_CLOSED");

        Answer found = administrator.get("/membership/adm/v1/find/staff", "login", login);
        assertThat(found.is(200).string("status")).isEqualTo("CLOSED");
        assertThat(administrator
                        .get("/membership/adm/v1/find/staff-history", "login", login)
                        .is(200)
                        .items("items")
                        .map(change -> change.getString("change") + " by " + change.getString("changedBy")))
                .containsExactly("create/staff by staff/park.staff", "close/staff by staff/park.staff");
        administrator
                .get("/membership/adm/v1/find/staff", "login", "nobody.here")
                .isProblem(404, "STAFF_NOT_FOUND");
        administrator.get("/membership/adm/v1/find/staff").isProblem(400, "FIELD_INVALID");
        assertThat(loginsPageByPage()).contains(login).isSorted().doesNotHaveDuplicates();
    }

    private List<String> loginsPageByPage() {
        List<String> logins = new ArrayList<>();
        Answer page = administrator.get("/membership/adm/v1/find/staffs", "limit", 2);
        while (true) {
            page.is(200).items("items").forEach(staff -> logins.add(staff.getString("login")));
            String next = page.json().getString("nextCursor", "");
            if (next.isEmpty()) {
                return logins;
            }
            page = administrator.get("/membership/adm/v1/find/staffs", "limit", 2, "cursor", next);
        }
    }

    private String employed(String... roles) {
        String login = "lee.staff" + NUMBERS.incrementAndGet();
        administrator
                .post("/membership/adm/v1/create/staff", json("login", login, "name", "이직원", "roles", List.of(roles)))
                .is(201);
        return login;
    }

    private Answer close(String login) {
        return administrator.post("/membership/adm/v1/close/staff", json("login", login, "reason", "퇴사"));
    }

    private String proposed(Client staff) {
        return propose(staff).is(200).string("commissionId");
    }

    private Answer propose(Client staff) {
        Member franchise = mypay.people().aFranchise().signedUp();
        return staff.post(
                "/payment/adm/v1/modify/commission",
                json("franchiseId", franchise.id(), "basisPoints", 200, "effectiveFrom", "2090-01-01"));
    }

    private static Answer approve(Client staff, String commissionId) {
        return staff.post("/payment/adm/v1/approve/commission", json("commissionId", commissionId));
    }
}
