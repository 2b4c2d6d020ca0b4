package com.mypay.money.adapter.out.membership;

import static com.mypay.framework.value.MemberId.memberId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.frameworktest.fake.MutableClock;
import com.mypay.money.domain.MemberKind;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberStatus;
import jakarta.ws.rs.ProcessingException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class RestMembershipsTest {

    private final MutableClock clock = MutableClock.inSeoul("2011-12-05T12:00");

    @Test
    void aMemberIsWhatMembershipSays() {
        RestMemberships memberships = new RestMemberships(
                id -> new MembershipClient.Member(id, "PERSONAL", "SUSPENDED", "서울특별시", "강남구"), clock);
        assertThat(memberships.find(memberId(1001)))
                .contains(new MemberProfile.News(
                        memberId(1001),
                        MemberKind.PERSONAL,
                        MemberStatus.SUSPENDED,
                        "서울특별시",
                        "강남구",
                        MemberProfile.News.ASKED,
                        clock.instant()));
    }

    @Test
    void aMemberThatIsNotThereIsNone() {
        assertThat(failing(new RemoteRefusalException(404, "MEMBER_NOT_FOUND", ""))
                        .find(memberId(1001)))
                .isEmpty();
    }

    @Test
    void aQuestionWithoutAnswerMayBeAskedAgain() {
        RestMemberships memberships = failing(new ProcessingException(new SocketTimeoutException("read timed out")));
        assertThatThrownBy(() -> memberships.find(memberId(1001))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void aRefusalThatNobodyExpectsIsABug() {
        assertThatThrownBy(() -> failing(new RemoteRefusalException(403, "NOT_PERMITTED", ""))
                        .find(memberId(1001)))
                .isInstanceOf(RemoteRefusalException.class);
    }

    private RestMemberships failing(RuntimeException failure) {
        return new RestMemberships(
                id -> {
                    throw failure;
                },
                clock);
    }
}
