package com.mypay.settlement.domain;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A franchise (가맹점) as membership last told it: the only copy of its settlement terms that settlement reads. */
@Entity
@Table(name = "FRANCHISE")
@SuppressWarnings("NullAway.Init") // fields are set by JPA or the factory
public class Franchise {

    /** The member's id; a plain number, because JPA converts no ids. */
    @Id
    @Column(name = "FRANCHISE_ID")
    private long id;

    @Column(name = "NAME")
    private String name;

    @Column(name = "STATUS")
    private String status;

    @Enumerated(EnumType.STRING)
    @Column(name = "SETTLEMENT_PERIOD")
    private SettlementPeriod period;

    @Column(name = "MINIMUM_PAYOUT_WON")
    private Won minimumPayout;

    @Column(name = "PAYOUT_HOLD")
    private int hold;

    @Column(name = "PAYOUT_DELAY_DAYS")
    private int payoutDelay;

    @Column(name = "RESERVE_BASIS_POINTS")
    private int reserveBasisPoints;

    @Column(name = "RESERVE_DAYS")
    private int reserveDays;

    @Column(name = "VAT_BASIS_POINTS")
    private int vatBasisPoints;

    /** See {@link CommissionTerms#tiersText}. */
    @Column(name = "COMMISSION_TIERS")
    private String commissionTiers;

    @Column(name = "EVENT_VERSION")
    private long eventVersion;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected Franchise() {}

    public static Franchise told(MemberId id, String name, String status, SettlementTerms terms, long eventVersion) {
        Franchise franchise = new Franchise();
        franchise.id = id.value();
        franchise.take(name, status, terms, eventVersion);
        return franchise;
    }

    /**
     * Newer terms. An event that comes late is older than what is known already and changes nothing.
     *
     * @return whether anything has changed
     */
    public boolean toldAgain(String newName, String newStatus, SettlementTerms terms, long newEventVersion) {
        if (newEventVersion <= eventVersion) {
            return false;
        }
        take(newName, newStatus, terms, newEventVersion);
        return true;
    }

    private void take(String newName, String newStatus, SettlementTerms terms, long newEventVersion) {
        name = newName;
        status = newStatus;
        period = terms.period();
        minimumPayout = terms.minimumPayout();
        hold = terms.hold() ? 1 : 0;
        payoutDelay = terms.payoutDelay();
        reserveBasisPoints = terms.reserve().rate().value();
        reserveDays = terms.reserve().days();
        vatBasisPoints = terms.commission().vat().value();
        commissionTiers = terms.commission().tiersText();
        eventVersion = newEventVersion;
    }

    public MemberId id() {
        return new MemberId(id);
    }

    public String name() {
        return name;
    }

    public String status() {
        return status;
    }

    public SettlementTerms terms() {
        Reserve reserve = new Reserve(BasisPoints.basisPoints(reserveBasisPoints), reserveDays);
        CommissionTerms commission = new CommissionTerms(
                BasisPoints.basisPoints(vatBasisPoints), CommissionTerms.parseTiers(commissionTiers));
        return new SettlementTerms(period, minimumPayout, hold == 1, payoutDelay, reserve, commission);
    }

    public long eventVersion() {
        return eventVersion;
    }
}
