package com.mypay.frameworktest.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mypay.framework.client.RestStaffDirectory;
import com.mypay.framework.client.StaffClient;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.StaffDirectory.Standing;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.frameworktest.TestCall;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestStaffDirectoryTest {
    private static final String PATH = "/adm/v1/check/staff";

    @RegisterExtension
    static final TestCall CALL = TestCall.by(Caller.staff("lee", "approver"));

    private final StubServer membership = StubServer.start();

    @AfterEach
    void stop() {
        membership.close();
    }

    @Test
    void staffIsWhatMembershipSaysAndAskedForByTheServiceNotByTheStaffItself() {
        membership
                .on("GET", PATH)
                .answers(200, "{\"login\":\"lee\",\"status\":\"ACTIVE\",\"roles\":[\"operator\",\"approver\"]}")
                .answers(200, "{\"login\":\"lee\",\"status\":\"CLOSED\",\"roles\":[]}")
                .answers(200, "{\"login\":\"lee\",\"status\":\"UNKNOWN\",\"roles\":[]}");

        assertThat(find(membership.uri())).contains(new Standing(true, Set.of("operator", "approver")));
        assertThat(find(membership.uri())).contains(new Standing(false, Set.of()));
        assertThat(find(membership.uri())).isEmpty();
        assertThat(membership.requests("GET", PATH).get(0).header("MyPay-Caller"))
                .isEqualTo("service/kit");
    }

    @Test
    void withoutAnAnswerNobodyIsTakenForStaff() {
        membership.on("GET", PATH).neverAnswers().hangsUp().answers(500, "").answers(503, "");
        for (int call = 0; call < 4; call++) {
            assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> find(membership.uri()));
        }
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> find(StubServer.nobody()));
    }

    private static Optional<Standing> find(URI system) {
        return new RestStaffDirectory(RestClients.build(StaffClient.class, system)).find("lee");
    }
}
