package com.mypay.banking.domain;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.fake.CountingIds;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmbankingTest {

    private static final Instant NOW = Instant.parse("2011-12-05T03:00:00Z");
    private static final String ID = CountingIds.id(1);

    private final Firmbanking requested = Firmbanking.requested(
            order(1_000, "charge"),
            new Firmbanking.Route(
                    BankAccountNumber.account("088", "110-123-456789"),
                    BankAccountNumber.account("020", "100200300400"),
                    won(400)),
            new Firmbanking.Birth(ID, 1, NOW, LocalDate.parse("2011-12-05"), CountingIds.id(2)),
            NOW.plusSeconds(15));

    @Test
    void aVerbLeavesWhatItWasCalledOnAsItWas() {
        Firmbanking sent = requested.sent(NOW, NOW.plusSeconds(15));

        assertThat(sent.status()).isEqualTo(FirmbankingStatus.SENT);
        assertThat(requested.status()).isEqualTo(FirmbankingStatus.REQUESTED);
        assertThat(sent.version()).isEqualTo(requested.version() + 1);
    }

    @Test
    void whatIsFinalStaysSo() {
        Firmbanking completed = requested.sent(NOW, NOW.plusSeconds(15)).completed("ref", NOW);

        assertThatIllegalStateException().isThrownBy(() -> completed.refused("LATE", null));
        assertThatIllegalStateException().isThrownBy(() -> completed.inquired(NOW));
        assertThatIllegalStateException().isThrownBy(() -> requested.completed("ref", NOW));
    }

    @Test
    void onlyTheBanksWordThatItReceivedNothingPermitsAnotherCall() {
        Firmbanking unknown = requested.sent(NOW, NOW.plusSeconds(15)).unknown(NOW.plusSeconds(1));
        assertThatIllegalStateException().isThrownBy(() -> unknown.sentAgain(NOW));

        Firmbanking again = unknown.notReceived(NOW, NOW.plusSeconds(3)).sentAgain(NOW.plusSeconds(15));
        assertThat(again.calls()).isEqualTo(1);
        assertThat(again.resends()).isEqualTo(1);
        assertThat(again.instruction()).isEqualTo(requested.instruction());
        assertThatIllegalStateException().isThrownBy(() -> again.sentAgain(NOW));
    }

    @Test
    void callThatCertainlyDidNotArriveIsNotCounted() {
        assertThat(requested.sent(NOW, NOW.plusSeconds(15)).refusedUnreached().calls())
                .isZero();
        assertThat(requested
                        .sent(NOW, NOW.plusSeconds(15))
                        .unknownUnreached(NOW, NOW)
                        .calls())
                .isZero();
        Firmbanking again = requested
                .sent(NOW, NOW.plusSeconds(15))
                .unknown(NOW)
                .notReceived(NOW, NOW)
                .sentAgain(NOW);
        assertThat(again.unreachedAgain(NOW, NOW).resends()).isZero();
    }

    @Test
    void lateDecisionCountsItsCall() {
        Firmbanking notReceived =
                requested.sent(NOW, NOW.plusSeconds(15)).unknown(NOW).notReceived(NOW, NOW);

        assertThat(notReceived.completed("ref", NOW).calls()).isEqualTo(1);
        assertThat(notReceived.refused("INSUFFICIENT_FUNDS", "ref").calls()).isEqualTo(1);
        assertThat(notReceived.refused(Firmbanking.NOT_RECEIVED, null).calls()).isZero();
    }

    @Test
    void onlyWhatIsUnknownIsResolvedAndThatSoonAtTheLatest() {
        Resolution resolution = new Resolution(FirmbankingStatus.COMPLETED, "staff/kim", "staff/lee", "seen");
        Firmbanking unknown = requested.sent(NOW, NOW.plusSeconds(15)).unknown(NOW.plusSeconds(60));

        assertThatIllegalStateException().isThrownBy(() -> requested.resolved(resolution, NOW));
        assertThat(unknown.resolved(resolution, NOW.plusSeconds(15)).nextLookAt())
                .isEqualTo(NOW.plusSeconds(15));
        assertThat(unknown.resolved(resolution, NOW.plusSeconds(90)).nextLookAt())
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(unknown.resolved(resolution, NOW).endedAsResolved(NOW, NOW).resolution())
                .contains(resolution);
    }

    @Test
    void onlyWhatStaffHasEndedIsAskedAboutAfterItsEnd() {
        Resolution resolution = new Resolution(FirmbankingStatus.REFUSED, "staff/kim", "staff/lee", "seen");
        Firmbanking unknown = requested.sent(NOW, NOW.plusSeconds(15)).unknown(NOW.plusSeconds(60));
        Firmbanking ended = unknown.resolved(resolution, NOW).endedAsResolved(NOW, NOW.plusSeconds(3_600));

        assertThat(ended.inquiredAfterItsEnd(NOW.plusSeconds(7_200))
                        .heardAfterItsEnd(BankWord.IN_PROGRESS)
                        .nextLookAt())
                .isEqualTo(NOW.plusSeconds(7_200));
        assertThat(ended.heardAfterItsEnd(BankWord.COMPLETED).nextLookAt()).isNull();
        assertThat(ended.heardAfterItsEnd(BankWord.COMPLETED).status()).isEqualTo(FirmbankingStatus.REFUSED);
        assertThatIllegalStateException().isThrownBy(() -> unknown.inquiredAfterItsEnd(NOW));
        Firmbanking byTheBank = unknown.refused("ACCOUNT_CLOSED", "ref");
        assertThatIllegalStateException().isThrownBy(() -> byTheBank.inquiredAfterItsEnd(NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED,    COMPLETED, false",
        "COMPLETED,    REFUSED,   true",
        "REFUSED,      COMPLETED, true",
        "REFUSED,      REFUSED,   false",
        "IN_PROGRESS,  COMPLETED, false",
        "IN_PROGRESS,  REFUSED,   true",
        "NOT_RECEIVED, COMPLETED, true",
        "NOT_RECEIVED, REFUSED,   false"
    })
    void staffsWordHoldsUnlessTheBankSaysOtherwise(BankWord word, FirmbankingStatus decision, boolean contradicts) {
        assertThat(word.contradicts(decision)).isEqualTo(contradicts);
    }

    @Test
    void theSameOrderIsRecognizedByWhatItMoves() {
        assertThat(requested.isFor(order(1_000, "another memo"))).isTrue();
        assertThat(requested.isFor(order(1_001, "charge"))).isFalse();
    }

    @Test
    void noAccountNumberShowsInItsText() {
        assertThat(requested.toString() + requested.instruction() + requested.from())
                .doesNotContain("110123456789")
                .doesNotContain("100200300400")
                .contains("********6789");
    }

    private static FirmbankingOrder order(long amountWon, String memo) {
        return new FirmbankingOrder(
                "money",
                new RequestId("charge-1"),
                null,
                Party.member(MemberId.memberId(1001)),
                Party.corporate(),
                won(amountWon),
                Purpose.CHARGE,
                memo);
    }
}
