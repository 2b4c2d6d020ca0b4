package com.mypay.payment.adapter.out.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.stub.RestClients;
import com.mypay.frameworktest.stub.StubServer;
import com.mypay.payment.domain.Partner;
import com.mypay.payment.domain.PartnerKind;
import com.mypay.payment.domain.PartnerStatus;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestMembershipsTest {
    private static final String PATH = "/com/v1/find/member";
    private static final MemberId MEMBER = new MemberId(1001);

    @RegisterExtension
    static final TestCall CALL = TestCall.by(Caller.member(MEMBER));

    private final StubServer membership = StubServer.start();

    @AfterEach
    void stop() {
        membership.close();
    }

    @Test
    void aMemberIsWhatMembershipSaysOlderThanAnyEvent() {
        membership.on("GET", PATH).answers(200, "{\"memberId\":1001,\"kind\":\"FRANCHISE\",\"status\":\"SUSPENDED\"}");
        Partner found = find(membership.uri()).orElseThrow();
        assertThat(found.kind()).isEqualTo(PartnerKind.FRANCHISE);
        assertThat(found.status()).isEqualTo(PartnerStatus.SUSPENDED);
        assertThat(found.sourceVersion()).isZero();
    }

    @Test
    void aMemberThatIsNotThereIsNone() {
        membership.on("GET", PATH).answers(404, "{\"code\":\"MEMBER_NOT_FOUND\"}");
        assertThat(find(membership.uri())).isEmpty();
    }

    @Test
    void aMembershipThatIsNotThereSaysNothingAboutItsMembers() {
        membership
                .on("GET", PATH)
                .answers(404, "not found")
                .neverAnswers()
                .hangsUp()
                .answers(500, "")
                .answers(503, "");
        for (int call = 0; call < 5; call++) {
            assertUnavailable(() -> find(membership.uri()));
        }
        assertUnavailable(() -> find(StubServer.nobody()));
        assertUnavailable(() -> new RestMemberships(id -> {
                    throw new BulkheadException();
                })
                .find(MEMBER));
    }

    @Test
    void anyOtherRefusalIsABugOfOurs() {
        membership.on("GET", PATH).answers(404, "{\"code\":\"NO_SUCH_OPERATION\"}");
        assertThatIllegalStateException().isThrownBy(() -> find(membership.uri()));
    }

    private static Optional<Partner> find(URI system) {
        return new RestMemberships(RestClients.build(MembershipClient.class, system)).find(MEMBER);
    }

    private static void assertUnavailable(Runnable call) {
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(call::run);
    }
}
