package com.mypay.banking.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mypay.banking.adapter.in.rest.ContractBodies.TermsBody;
import com.mypay.banking.adapter.in.rest.FirmbankingBodies.PartyBody;
import com.mypay.banking.application.BankingProblem;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.Party;
import com.mypay.banking.domain.Purpose;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest {

    @Test
    void partyIsWhatItsKindSays() {
        assertThat(new PartyBody("MEMBER", 1001L, null, null).party()).isEqualTo(Party.member(MemberId.memberId(1001)));
        assertThat(new PartyBody("CORPORATE", null, null, null).party()).isEqualTo(Party.corporate());
        assertThat(new PartyBody("ACCOUNT", null, "088", "110-123-456").party())
                .isEqualTo(Party.account(BankAccountNumber.account("088", "110123456")));
    }

    @ParameterizedTest
    @CsvSource({
        "MEMBER,,,",
        "MEMBER,1001,088,123456",
        "CORPORATE,1001,,",
        "CORPORATE,,088,123456",
        "ACCOUNT,,,",
        "ACCOUNT,,088,",
        "ACCOUNT,,,123456",
        "ACCOUNT,1001,088,123456"
    })
    void partyOfTwoKindsIsRefused(
            String kind, @Nullable Long memberId, @Nullable String bankCode, @Nullable String accountNumber) {
        RejectedException refusal = catchThrowableOfType(
                RejectedException.class, () -> new PartyBody(kind, memberId, bankCode, accountNumber).party());

        assertThat(refusal.problem()).isEqualTo(BankingProblem.PARTY_INVALID);
        assertThat(refusal.detail()).doesNotContain("123456");
    }

    @Test
    void contractWithoutPurposesIsForAllOfThem() {
        assertThat(terms("2011-01-01", "2011-12-31", null, null, null).terms().purposes())
                .containsExactlyInAnyOrder(Purpose.values());
        assertThat(terms("2011-01-01", "2011-12-31", "23:30", "00:30", List.of("CHARGE"))
                        .terms()
                        .purposes())
                .containsExactly(Purpose.CHARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "2011-13-01,2011-12-31,,",
        "2011-12-31,2011-01-01,,",
        "0000-01-01,2011-12-31,,",
        "2011-01-01,+10000-01-01,,",
        "2011-01-01,2011-12-31,23:00,",
        "2011-01-01,2011-12-31,,23:00",
        "2011-01-01,2011-12-31,23:00,23:00"
    })
    void contradictoryTermsAreRefused(String from, String to, @Nullable String begin, @Nullable String end) {
        RejectedException refusal = catchThrowableOfType(
                RejectedException.class, () -> terms(from, to, begin, end, null).terms());

        assertThat(refusal.problem()).isEqualTo(BankingProblem.CONTRACT_TERMS_INVALID);
    }

    private static TermsBody terms(
            String from, String to, @Nullable String begin, @Nullable String end, @Nullable List<String> purposes) {
        return new TermsBody("088", "신한은행", from, to, 400L, 1_000_000L, 10_000_000L, begin, end, purposes, null);
    }
}
