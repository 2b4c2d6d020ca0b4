package com.mypay.settlement.application;

import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.persistence.JdbcException;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.VerifyCertificates.Verified;
import com.mypay.settlement.application.message.FirmbankingResult.Status;
import com.mypay.settlement.domain.Certificate;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleRow;
import com.mypay.settlement.domain.Seal;
import com.mypay.settlement.domain.SettlementPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cycle was when it was closed can be proven afterwards, row by row. */
class VerifyCertificatesTest {

    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final String FIRST = "(SELECT CYCLE_ID FROM CYCLE_CERTIFICATE WHERE CERTIFICATE_NO = 1)";
    private static final String A_LINE = "SLIP_ID = (SELECT MIN(X.SLIP_ID) FROM SETTLEMENT_LINE X)";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final SettlementHouse house = SettlementHouse.on(DATABASE);

    /** Monday: 2001 with more lines than a seal has, 2002 under its minimum, 2003 refused. Tuesday: one payment. */
    @BeforeEach
    void twoDays() {
        house.terms(2002, SettlementPeriod.DAILY, 50_000, false);
        for (int slip = 0; slip < Seal.ROWS + 10; slip++) {
            house.payment(2001, 1_000, MONDAY);
        }
        house.payment(2002, 8_000, MONDAY);
        house.payment(2003, 9_000, MONDAY);
        CycleId monday = house.settle(MONDAY);
        house.answer(house.requests().get(1).requestId(), 8_775, Status.REFUSED);
        house.closeCycle.close(monday);
        house.payment(2004, 10_000, TUESDAY);
        house.settleAndPay(TUESDAY);
    }

    @Test
    void nothingHasChangedSinceItWasCertified() {
        Verified verified = house.verifyCertificates.verify(0, 0);

        assertThat(verified.found()).isEmpty();
        assertThat(verified.certificates()).isEqualTo(2);
        assertThat(verified.rows()).isEqualTo(Seal.ROWS + 12 + 3 + 2 + 1 + 5);
        assertThat(verified.next()).isNull();
        Certificate last = house.certificates.last().orElseThrow();
        assertThat(verified.lastNumber()).isEqualTo(2).isEqualTo(last.number());
        assertThat(verified.lastHash()).isEqualTo(last.hash()).hasSize(64);
    }

    @Test
    void aCertificateSaysWhatTheCycleWas() {
        Certificate first = house.certificates.find(1).orElseThrow();
        Certificate second = house.certificates.find(2).orElseThrow();

        assertThat(first.previousHash()).isEqualTo(Certificate.START);
        assertThat(second.previousHash()).isEqualTo(first.hash());
        Certificate.Contents monday = first.contents();
        assertThat(monday.businessDate()).isEqualTo(MONDAY);
        assertThat(monday.lines().slips()).isEqualTo(Seal.ROWS + 12);
        assertThat(monday.lines().gross().value()).isEqualTo(260_000 + 17_000);
        assertThat(monday.settlements()).isEqualTo(3);
        assertThat(monday.payouts().count()).isEqualTo(2);
        assertThat(monday.payouts().amount().value()).isEqualTo(253_500 + 8_775);
        assertThat(monday.carriedOver().count()).isEqualTo(1);
        assertThat(monday.carriedOver().amount().value()).isEqualTo(7_800);
        assertThat(monday.seals()).isEqualTo(5);
    }

    /** What comes after the close by design: the last payout's answer, the carry-over of a refused one, its taker. */
    @Test
    void whatIsToldAfterTheCloseIsNoDamage() {
        house.payment(2005, 20_000, MONDAY.plusDays(2));
        CycleId wednesday = house.settle(MONDAY.plusDays(2));
        house.closeCycle.close(wednesday);
        house.answerAll(Status.REFUSED);
        house.payment(2005, 30_000, MONDAY.plusDays(3));
        house.settleAndPay(MONDAY.plusDays(3));

        assertThat(house.verifyCertificates.verify(0, 0).found()).isEmpty();
    }

    /** A settlement that pays one part and passes on two others, one of which the bank makes three. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE CARRY_OVER SET AMOUNT_WON = 1 WHERE PART = 'RESERVE' | CARRY_OVER 2007:RESERVE CHANGED",
                "DELETE FROM CARRY_OVER WHERE PART = 'LATER' | CARRY_OVER 2006:LATER REMOVED",
                "UPDATE SETTLEMENT SET RESERVE_DAYS = 1 WHERE RESERVE_DAYS = 30 | SETTLEMENT 2007 CHANGED",
                "UPDATE SETTLEMENT SET VAT_WON = 1 WHERE FRANCHISE_ID = 2006 | SETTLEMENT 2006 CHANGED",
                "UPDATE SETTLEMENT SET DUE_ON = DATE '2012-01-01' WHERE FRANCHISE_ID = 2006 | SETTLEMENT 2006 CHANGED"
            })
    void eachPartIsCertified(String damage, String expected) {
        LocalDate wednesday = MONDAY.plusDays(2);
        house.delayed(2006, 2);
        house.reserving(2007, 1_000, 30);
        house.payment(2006, 20_000, wednesday);
        house.payment(2007, 20_000, wednesday);
        CycleId id = house.settle(wednesday);
        house.answerAll(Status.REFUSED);
        house.closeCycle.close(id);
        assertThat(house.verifyCertificates.verify(0, 0).found()).isEmpty();

        assertThat(new Jdbc(DATABASE.ownerDataSource()).update(damage)).isPositive();

        assertThat(house.verifyCertificates.verify(0, 0).found())
                .map(found -> found.row() + " " + found.key() + " " + found.damage())
                .contains(expected);
    }

    @Test
    void aVerificationGoesOnBehindACertificate() {
        assertThat(house.verifyCertificates.verify(1, 0).certificates()).isEqualTo(1);
        assertThat(house.verifyCertificates.verify(1, 0).found()).isEmpty();
        assertThat(house.verifyCertificates.verify(2, 0).certificates()).isZero();
    }

    /** However many rows a cycle has: each call looks at about as many as it is told to, and all find what one does. */
    @Test
    void aVerificationOfManyRowsGoesOnInTheMiddleOfACycle() {
        Jdbc owner = new Jdbc(DATABASE.ownerDataSource());
        owner.update("UPDATE SETTLEMENT_LINE SET NET_WON = NET_WON + 1 WHERE " + A_LINE);
        owner.update("DELETE FROM CARRY_OVER WHERE FRANCHISE_ID = 2002");
        Verified whole = house.verifyCertificates.verify(0, 0);
        VerifyCertificates bounded = new VerifyCertificates(house.certificates, house.cycles, house.transactions, 1);

        List<VerifyCertificates.Found> found = new ArrayList<>();
        long rows = 0;
        long certificates = 0;
        int calls = 0;
        Verified part = bounded.verify(0, 0);
        while (true) {
            calls++;
            found.addAll(part.found());
            rows += part.rows();
            certificates += part.certificates();
            if (part.next() == null) {
                break;
            }
            part = bounded.verify(part.next(), part.nextSeal());
        }

        assertThat(calls).isGreaterThan(2);
        assertThat(found).hasSize(2).containsExactlyElementsOf(whole.found());
        assertThat(rows).isEqualTo(whole.rows());
        assertThat(certificates).isEqualTo(2);
        assertThat(part.lastHash()).isEqualTo(whole.lastHash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE SETTLEMENT_LINE SET NET_WON = NET_WON + 1 WHERE " + A_LINE + " | LINE 2001:first CHANGED",
                "UPDATE SETTLEMENT_LINE SET GUID = '0' WHERE " + A_LINE + " | LINE 2001:first CHANGED",
                "UPDATE SLIP SET COMMISSION_BASIS_POINTS = 251 WHERE " + A_LINE + " | LINE 2001:first CHANGED",
                "UPDATE SLIP SET AMOUNT_WON = 1, REMAINING_BEFORE_WON = 2 WHERE " + A_LINE
                        + " | LINE 2001:first CHANGED",
                "UPDATE SLIP SET CYCLE_ID = NULL WHERE " + A_LINE + " | LINE 2001:first CHANGED",
                "DELETE FROM SETTLEMENT_LINE WHERE " + A_LINE + " | LINE 2001:first REMOVED",
                "UPDATE SETTLEMENT SET NET_WON = NET_WON + 1 WHERE FRANCHISE_ID = 2002 | SETTLEMENT 2002 CHANGED",
                "UPDATE SETTLEMENT SET OUTCOME = 'PAYOUT' WHERE FRANCHISE_ID = 2002 | SETTLEMENT 2002 CHANGED",
                "UPDATE SETTLEMENT SET MINIMUM_PAYOUT_WON = 0 WHERE FRANCHISE_ID = 2002 | SETTLEMENT 2002 CHANGED",
                "UPDATE PAYOUT SET AMOUNT_WON = 1 WHERE FRANCHISE_ID = 2003 AND CYCLE_ID = " + FIRST
                        + " | PAYOUT 2003 CHANGED",
                "DELETE FROM CARRY_OVER WHERE FRANCHISE_ID = 2002 | CARRY_OVER 2002 REMOVED",
                "UPDATE CARRY_OVER SET AMOUNT_WON = 9 WHERE FRANCHISE_ID = 2002 | CARRY_OVER 2002 CHANGED",
                "UPDATE SETTLEMENT_CYCLE SET NET_WON = 0 WHERE CYCLE_ID = " + FIRST + " | CYCLE first CHANGED",
                "UPDATE SETTLEMENT_CYCLE SET MEMBERS = 0 WHERE CYCLE_ID = " + FIRST + " | CYCLE first CHANGED",
                "UPDATE SETTLEMENT_CYCLE SET STATUS = 'PAYING' WHERE CYCLE_ID = " + FIRST + " | CYCLE first CHANGED",
                "UPDATE CYCLE_CERTIFICATE SET NET_WON = 0 WHERE CERTIFICATE_NO = 1 | CERTIFICATE 1 CHANGED",
                "UPDATE CYCLE_CERTIFICATE SET CERTIFICATE_HASH = 'x' WHERE CERTIFICATE_NO = 2 | CERTIFICATE 2 CHANGED",
                "DELETE FROM CYCLE_CERTIFICATE WHERE CERTIFICATE_NO = 2 | CERTIFICATE - REMOVED",
                "UPDATE CYCLE_SEAL SET FINGERPRINTS = 'x' WHERE SEAL_NO = 1 AND CYCLE_ID = " + FIRST
                        + " | SEAL 1 CHANGED",
                "UPDATE CYCLE_SEAL SET LAST_KEY = '2001:1' WHERE SEAL_NO = 2 AND CYCLE_ID = " + FIRST
                        + " | SEAL 2 CHANGED",
                "UPDATE CYCLE_SEAL SET ROW_KIND = 'PAYOUT' WHERE SEAL_NO = 3 AND CYCLE_ID = " + FIRST
                        + " | SEAL 3 CHANGED",
                "DELETE FROM CYCLE_SEAL WHERE SEAL_NO = 2 AND CYCLE_ID = " + FIRST + " | SEAL 2 REMOVED",
                "DELETE FROM CYCLE_SEAL WHERE SEAL_NO = 5 AND CYCLE_ID = " + FIRST + " | SEAL 5 REMOVED",
                "INSERT INTO CYCLE_SEAL SELECT CYCLE_ID, 6, ROW_KIND, LAST_KEY, ROW_COUNT, FINGERPRINTS, SEAL_HASH,"
                        + " SEAL_HASH FROM CYCLE_SEAL WHERE SEAL_NO = 5 AND CYCLE_ID = " + FIRST + " | SEAL 6 CHANGED",
            })
    void eachDamagedRowIsNamedAndNothingElse(String damage, String row) {
        assertThat(owner().update(damage)).isOne();

        assertThat(found()).startsWith(named(row));
        assertThat(found()).filteredOn(each -> !each.startsWith("SEAL")).hasSizeLessThanOrEqualTo(1);
    }

    /** A payment of 1,000 won that was never made, in the middle and at the end of a chain. */
    @ParameterizedTest
    @ValueSource(strings = {"2001", "2009"})
    void anAddedLineIsNamed(long franchise) {
        owner().update(
                        "INSERT INTO SLIP (SLIP_ID, KIND, PAYMENT_ID, FRANCHISE_ID, MEMBER_ID, AMOUNT_WON,"
                                + " REMAINING_BEFORE_WON, COMMISSION_BASIS_POINTS, APPROVED_AT, BUSINESS_DATE, CYCLE_ID,"
                                + " RECEIVED_AT, GUID) SELECT 'forged', KIND, PAYMENT_ID, ?, MEMBER_ID, AMOUNT_WON,"
                                + " REMAINING_BEFORE_WON, COMMISSION_BASIS_POINTS, APPROVED_AT, BUSINESS_DATE, CYCLE_ID,"
                                + " RECEIVED_AT, GUID FROM SLIP WHERE " + A_LINE,
                        franchise);
        owner().update(
                        "INSERT INTO SETTLEMENT_LINE SELECT 'forged', CYCLE_ID, ?, KIND, AMOUNT_WON, COMMISSION_WON,"
                                + " NET_WON, GUID FROM SETTLEMENT_LINE WHERE " + A_LINE,
                        franchise);

        assertThat(found()).containsExactly("LINE " + franchise + ":forged ADDED");
    }

    @Test
    void addedSettlementsPayoutsAndCarryOversAreNamed() {
        owner().update(
                        "INSERT INTO SETTLEMENT (CYCLE_ID, FRANCHISE_ID, PAYMENT_SLIPS, CANCELLATION_SLIPS, GROSS_WON,"
                                + " CANCELLED_WON, COMMISSION_WON, NET_WON, CARRIED_IN_WON, OUTCOME, GUID)"
                                + " SELECT CYCLE_ID, 2009, PAYMENT_SLIPS, CANCELLATION_SLIPS, GROSS_WON,"
                                + " CANCELLED_WON, COMMISSION_WON, NET_WON, CARRIED_IN_WON, OUTCOME, GUID FROM SETTLEMENT WHERE FRANCHISE_ID = 2002");
        owner().update("INSERT INTO PAYOUT SELECT 'forged', CYCLE_ID, 2009, AMOUNT_WON, STATUS, FIRMBANKING_ID,"
                + " REASON_CODE, REQUESTED_AT, ENDED_AT, GUID, VERSION FROM PAYOUT WHERE FRANCHISE_ID = 2003 AND CYCLE_ID"
                + " = "
                + FIRST);
        owner().update(
                        "INSERT INTO CARRY_OVER (CYCLE_ID, FRANCHISE_ID, AMOUNT_WON, REASON, DUE_ON, CREATED_AT, GUID)"
                                + " SELECT CYCLE_ID, 2009, AMOUNT_WON, REASON, DUE_ON, CREATED_AT, GUID FROM CARRY_OVER WHERE FRANCHISE_ID = 2002");

        assertThat(found()).containsExactly("SETTLEMENT 2009 ADDED", "PAYOUT 2009 ADDED", "CARRY_OVER 2009 ADDED");
    }

    @Test
    void aRemovedPayoutIsNamed() {
        owner().update("DELETE FROM PAYOUT_HISTORY");
        assertThat(owner().update("DELETE FROM PAYOUT WHERE FRANCHISE_ID = 2003 AND CYCLE_ID = " + FIRST))
                .isOne();

        assertThat(found()).containsExactly("PAYOUT 2003 REMOVED");
    }

    /** A line that is moved to another franchise is missing at one place and too much at the other. */
    @Test
    void aLineThatIsMovedIsNamedTwice() {
        owner().update("UPDATE SETTLEMENT_LINE SET FRANCHISE_ID = 2002 WHERE " + A_LINE);

        assertThat(found()).containsExactlyInAnyOrder(named("LINE 2001:first REMOVED"), named("LINE 2002:first ADDED"));
    }

    /** Whoever writes a row and its fingerprint anew breaks the chain behind it. */
    @Test
    void aSealThatIsMadeAgainBreaksTheChain() {
        CycleId monday = new CycleId(cycle(1));
        owner().update("UPDATE SETTLEMENT_LINE SET NET_WON = NET_WON + 1 WHERE " + A_LINE);
        List<CycleRow> rows = DATABASE.transactions()
                .inTransaction(() -> house.certificates.rows(monday, CycleRow.Kind.LINE, "", Seal.ROWS));
        Seal forged = Seal.of(monday, 1, Seal.START, rows);
        owner().update(
                        "UPDATE CYCLE_SEAL SET FINGERPRINTS = ?, SEAL_HASH = ? WHERE SEAL_NO = 1 AND CYCLE_ID = ?",
                        forged.fingerprints(),
                        forged.hash(),
                        monday.value());

        assertThat(found()).containsExactly("SEAL 2 CHANGED");
    }

    @Test
    void removingTheFirstCertificateIsNamedByItsNumber() {
        owner().update("DELETE FROM CYCLE_CERTIFICATE WHERE CERTIFICATE_NO = 1");

        assertThat(found()).containsExactly("CERTIFICATE 1 REMOVED", "CERTIFICATE - REMOVED");
    }

    @Test
    void removingAllCertificatesIsSeenByTheClosedCycles() {
        owner().update("DELETE FROM CYCLE_CERTIFICATE");

        assertThat(found()).containsExactly("CERTIFICATE - REMOVED", "CERTIFICATE - REMOVED");
    }

    /** Of an installation that is older than the certificates. */
    @Test
    void cyclesThatWereClosedBeforeTheFirstCertificateNeedNone() {
        owner().update("DELETE FROM CYCLE_CERTIFICATE WHERE CERTIFICATE_NO = 2");
        owner().update("UPDATE SETTLEMENT_CYCLE SET CLOSED_AT = TIMESTAMP '2011-01-01 00:00:00' WHERE CYCLE_ID <> "
                + FIRST);

        assertThat(found()).isEmpty();
    }

    /** Killed between two transactions of the sealing: the next close goes on behind the last seal. */
    @Test
    void sealingGoesOnWhereItWasCutOff() {
        house.payment(2001, 5_000, MONDAY.plusDays(2));
        CycleId wednesday = house.settle(MONDAY.plusDays(2));
        house.sealCycle.seal(wednesday);
        owner().update("DELETE FROM CYCLE_SEAL WHERE CYCLE_ID = ? AND SEAL_NO > 1", wednesday.value());
        house.sealCycle.seal(wednesday);
        house.closeCycle.close(wednesday);

        assertThat(found()).isEmpty();
        assertThat(house.certificates.find(wednesday).orElseThrow().contents().seals())
                .isEqualTo(3);
    }

    @Test
    void aCycleWithoutSlipsHasACertificateToo() {
        house.settleAndPay(MONDAY.plusDays(5));

        assertThat(found()).isEmpty();
        assertThat(house.certificates.last().orElseThrow().contents().seals()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE CYCLE_SEAL SET SEAL_HASH = 'x'",
                "DELETE FROM CYCLE_SEAL",
                "UPDATE CYCLE_CERTIFICATE SET NET_WON = 0",
                "DELETE FROM CYCLE_CERTIFICATE"
            })
    void theServiceItselfCannotRewriteIt(String statement) {
        assertThatThrownBy(() -> DATABASE.transactions()
                        .inTransaction(() -> DATABASE.jdbc().update(statement)))
                .isInstanceOf(JdbcException.class)
                .hasMessageContaining("rights");
    }

    private List<String> found() {
        return house.verifyCertificates.verify(0, 0).found().stream()
                .map(each -> each.row() + " " + each.key() + " " + each.damage())
                .toList();
    }

    private static Jdbc owner() {
        return new Jdbc(DATABASE.ownerDataSource());
    }

    private String named(String row) {
        return row.startsWith("LINE") ? row.replace("first", slip()) : row.replace("first", cycle(1));
    }

    private String slip() {
        return owner().query("SELECT MIN(SLIP_ID) AS FOUND FROM SLIP", found -> found.getString("FOUND"))
                .get(0);
    }

    private String cycle(int certificate) {
        return owner().query(
                        "SELECT CYCLE_ID FROM CYCLE_CERTIFICATE WHERE CERTIFICATE_NO = ?",
                        found -> found.getString("CYCLE_ID"),
                        certificate)
                .get(0);
    }
}
