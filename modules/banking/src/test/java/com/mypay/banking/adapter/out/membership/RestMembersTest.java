package com.mypay.banking.adapter.out.membership;

import static com.mypay.framework.value.MemberId.memberId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.banking.application.port.Members.Member;
import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RestMembersTest {

    private Supplier<MembershipClient.Member> answer = () -> new MembershipClient.Member(1001, "ACTIVE");
    private final RestMembers members = new RestMembers(memberId -> answer.get());

    @Test
    void onlyActiveMembersAreActive() {
        assertThat(members.find(memberId(1001))).contains(new Member(memberId(1001), true));
        answer = () -> new MembershipClient.Member(1001, "SUSPENDED");
        assertThat(members.find(memberId(1001))).contains(new Member(memberId(1001), false));
    }

    @Test
    void whomMembershipDoesNotKnowThereIsNot() {
        fails(new RemoteRefusalException(404, "MEMBER_NOT_FOUND", ""));
        assertThat(members.find(memberId(1001))).isEmpty();
        fails(new RemoteRefusalException(403, "NOT_PERMITTED", ""));
        assertThatThrownBy(() -> members.find(memberId(1001))).isInstanceOf(RemoteRefusalException.class);
    }

    @Test
    void questionWithoutAnAnswerHasChangedNothing() {
        fails(new ProcessingException(new ConnectException()));
        assertThatThrownBy(() -> members.find(memberId(1001))).isInstanceOf(UnavailableException.class);
        fails(new ProcessingException(new SocketTimeoutException()));
        assertThatThrownBy(() -> members.find(memberId(1001))).isInstanceOf(UnavailableException.class);
        fails(new UnknownOutcomeException("500", "", null));
        assertThatThrownBy(() -> members.find(memberId(1001))).isInstanceOf(UnavailableException.class);
    }

    private void fails(RuntimeException failure) {
        answer = () -> {
            throw failure;
        };
    }
}
