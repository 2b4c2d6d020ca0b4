package com.mypay.banking.domain;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "123456789012345678901", "12345a", "１２３４５６"})
    void accountNumberHasSixToTwentyDigits(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> BankAccountNumber.account("088", number));
    }

    @Test
    void hyphensOfThePrintedFormAreLeftOut() {
        assertThat(BankAccountNumber.account("088", "110-123-456789").number()).isEqualTo("110123456789");
        assertThat(BankAccountNumber.account("088", "123456").masked()).isEqualTo("**3456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "88", "0888", "ab1"})
    void bankCodeHasThreeDigits(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> BankCode.bankCode(code));
    }

    @ParameterizedTest
    @CsvSource({
        "11:00, 12:00, 10:59, false",
        "11:00, 12:00, 11:00, true",
        "11:00, 12:00, 11:59, true",
        "11:00, 12:00, 12:00, false",
        "23:30, 00:30, 23:29, false",
        "23:30, 00:30, 23:30, true",
        "23:30, 00:30, 00:29, true",
        "23:30, 00:30, 00:30, false"
    })
    void maintenanceLastsFromItsBeginToBeforeItsEnd(LocalTime from, LocalTime to, LocalTime time, boolean inside) {
        assertThat(new MaintenanceWindow(from, to).includes(time)).isEqualTo(inside);
    }

    @Test
    void partyIsNamedByWhatBelongsToItsKind() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Party(PartyKind.MEMBER, null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Party(PartyKind.CORPORATE, MemberId.memberId(1), null, null));
    }

    @Test
    void payeeIsNamedByTheIdOfItsConfirmation() {
        assertThat(Party.payee("1").payeeAccountId()).isEqualTo("1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Party(PartyKind.PAYEE, null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Party(PartyKind.CORPORATE, null, null, "1"));
    }

    @Test
    void resolutionTakesTwoPersonsAndAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resolution(FirmbankingStatus.COMPLETED, "staff/kim", "staff/kim", "seen"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resolution(FirmbankingStatus.UNKNOWN, "staff/kim", "staff/lee", "seen"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resolution(FirmbankingStatus.REFUSED, "staff/kim", "staff/lee", " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resolution(FirmbankingStatus.REFUSED, "staff/kim", "staff/lee", "가".repeat(201)));
    }

    @Test
    void memoIsShortAndPlain() {
        assertThatIllegalArgumentException().isThrownBy(() -> order("x".repeat(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> order("line\nbreak"));
    }

    @Test
    void contradictoryTermsAreNoContract() {
        LocalDate day = LocalDate.parse("2011-12-05");
        Set<Purpose> all = Set.of(Purpose.values());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContractTerms("b", day, day.minusDays(1), won(1), won(1), won(1), null, all));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContractTerms("b", day, day, won(-1), won(1), won(1), null, all));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContractTerms("b", day, day, won(1), won(2), won(1), null, all));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContractTerms("b", day, day, won(1), won(1), won(1), null, Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new MaintenanceWindow(LocalTime.NOON, LocalTime.NOON));
    }

    @Test
    void contractIsInForceFromItsFirstToItsLastDay() {
        BankContract contract = BankContract.registered(
                BankCode.bankCode("088"),
                new ContractTerms(
                        "b",
                        LocalDate.parse("2011-12-01"),
                        LocalDate.parse("2011-12-31"),
                        won(1),
                        won(1),
                        won(1),
                        null,
                        Set.of(Purpose.CHARGE)));
        assertThat(contract.stateOn(LocalDate.parse("2011-11-30"))).isEqualTo(BankContract.State.NOT_YET_IN_FORCE);
        assertThat(contract.stateOn(LocalDate.parse("2011-12-01"))).isEqualTo(BankContract.State.IN_FORCE);
        assertThat(contract.stateOn(LocalDate.parse("2011-12-31"))).isEqualTo(BankContract.State.IN_FORCE);
        assertThat(contract.stateOn(LocalDate.parse("2012-01-01"))).isEqualTo(BankContract.State.EXPIRED);
    }

    private static void order(String memo) {
        new FirmbankingOrder(
                "money",
                new RequestId("r"),
                null,
                Party.member(MemberId.memberId(1)),
                Party.corporate(),
                won(1),
                Purpose.CHARGE,
                memo);
    }
}
