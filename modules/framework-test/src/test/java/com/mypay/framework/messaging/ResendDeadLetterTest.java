package com.mypay.framework.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.frameworktest.fake.InMemoryRequests;
import com.mypay.frameworktest.fake.MutableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResendDeadLetterTest {
    private static final Caller STAFF = Caller.staff("kim.operator", "operator");

    private final Letters letters = new Letters();
    private final InMemoryRequests requests = new InMemoryRequests(MutableClock.inSeoul("2011-12-05T12:00"));
    private final ResendDeadLetter resendDeadLetter =
            new ResendDeadLetter(letters, requests, new FakeTransactions(requests));

    @Test
    void aLetterThatDiedAnewIsNotSentByARepetition() {
        letters.dead.add("m1");
        assertThat(resend("r1", "m1").resent()).isTrue();
        letters.dead.add("m1");
        assertThat(resend("r1", "m1").resent()).isTrue();
        assertThat(letters.resent).containsExactly("m1");
        resend("r2", "m1");
        assertThat(letters.resent).containsExactly("m1", "m1");
    }

    @Test
    void aLetterThatIsNotThereIsRefusedAndTheRequestIdIsFreeAgain() {
        assertRefused(CommonProblem.NO_SUCH_DEAD_LETTER, "r1", "m1");
        letters.dead.add("m1");
        assertThat(resend("r1", "m1").resent()).isTrue();
    }

    @Test
    void anotherLetterUnderTheSameRequestIdIsRefused() {
        letters.dead.addAll(List.of("m1", "m2"));
        resend("r1", "m1");
        assertRefused(CommonProblem.REQUEST_ID_REUSED, "r1", "m2");
        assertThat(letters.resent).containsExactly("m1");
    }

    @Test
    void whileTheBrokerIsAwayNothingHappensAndTheSameMayBeSentAgain() {
        letters.dead.add("m1");
        letters.away = true;
        assertThatThrownBy(() -> resend("r1", "m1")).isInstanceOf(UnavailableException.class);
        letters.away = false;
        assertThat(resend("r1", "m1").resent()).isTrue();
        assertThat(letters.resent).containsExactly("m1");
    }

    private ResendDeadLetter.Answer resend(String requestId, String messageId) {
        return resendDeadLetter.resend(new ResendDeadLetter.Command(STAFF, new RequestId(requestId), messageId));
    }

    private void assertRefused(CommonProblem problem, String requestId, String messageId) {
        assertThatThrownBy(() -> resend(requestId, messageId))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private static final class Letters extends DeadLetters {
        private final List<String> dead = new ArrayList<>();
        private final List<String> resent = new ArrayList<>();
        private boolean away;

        @Override
        public boolean resend(String messageId) {
            if (away) {
                throw new UnavailableException("the broker does not answer", null);
            }
            return dead.remove(messageId) && resent.add(messageId);
        }
    }
}
