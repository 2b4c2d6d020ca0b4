package com.mypay.membership.application;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.framework.value.Ids;
import com.mypay.membership.domain.CommissionTerms;
import com.mypay.membership.domain.Member;
import com.mypay.membership.domain.MemberChange;
import com.mypay.membership.domain.Members;
import com.mypay.membership.domain.Reserve;
import com.mypay.membership.domain.SettlementTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down and tells the other services what has become of a member: the line in the history, the event for
 * everybody, and for a franchise the event with its terms, all in the transaction of the change.
 */
@ApplicationScoped
class MemberEvents {

    static final String DESTINATION = "membership.events";
    static final String REGISTERED = "member-registered.v1";
    static final String CHANGED = "member-changed.v1";
    static final String FRANCHISE_CHANGED = "franchise-changed.v1";

    private final Members members;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    @Inject
    MemberEvents(Members members, Outbox outbox, Clock clock, Ids ids) {
        this.members = members;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MemberEvents() {
        this(null, null, null, null);
    }

    /** Contract {@code member-registered.v1} and {@code member-changed.v1}: receivers keep the highest version. */
    public record MemberEvent(
            long memberId,
            String kind,
            String status,
            String name,
            String province,
            String district,
            long version,
            String changedAt) {}

    /** Contract {@code franchise-changed.v1}. */
    public record FranchiseEvent(
            long memberId,
            String name,
            String status,
            @Nullable String businessNumber,
            Terms settlementTerms,
            long version,
            String changedAt) {}

    /** Of {@link FranchiseEvent}. */
    public record Terms(
            String cycle,
            long minimumPayoutWon,
            boolean hold,
            int payoutDelayDays,
            @Nullable ReserveTerms reserve,
            @Nullable Commission commission) {

        static Terms of(SettlementTerms terms) {
            Reserve reserve = terms.reserve();
            return new Terms(
                    terms.cycle().name(),
                    terms.minimumPayout().value(),
                    terms.hold(),
                    terms.payoutDelay(),
                    reserve.isNone() ? null : new ReserveTerms(reserve.rate().value(), reserve.days()),
                    terms.commission().isNone() ? null : Commission.of(terms.commission()));
        }
    }

    /** Of {@link Terms}. */
    public record Commission(int vatBasisPoints, List<Tier> tiers) {

        static Commission of(CommissionTerms terms) {
            return new Commission(
                    terms.vat().value(),
                    terms.tiers().stream()
                            .map(tier -> new Tier(
                                    tier.from().value(), tier.discount().value()))
                            .toList());
        }
    }

    /** Of {@link Commission}. */
    public record Tier(long monthlyVolumeWon, int discountBasisPoints) {}

    /** Of {@link Terms}. */
    public record ReserveTerms(int basisPoints, int days) {}

    void registered(Member member, String command) {
        changed(member, command, "-", REGISTERED);
    }

    void changed(Member member, String command, String reason) {
        changed(member, command, reason, CHANGED);
    }

    private void changed(Member member, String command, String reason, String type) {
        members.flush();
        CallContext context = CallContext.current();
        Instant now = clock.instant();
        members.record(MemberChange.of(
                ids.next(),
                member,
                command,
                context.caller().toString(),
                reason,
                context.guid().value(),
                now));
        outbox.send(new OutgoingMessage(ids.next(), DESTINATION, type, event(member, now)));
        BusinessLog.event(what(command))
                .member(member.id())
                .detail("kind", member.kind())
                .detail("status", member.status())
                .detail("by", context.caller())
                .write();
        if (member.isFranchise()) {
            outbox.send(new OutgoingMessage(ids.next(), DESTINATION, FRANCHISE_CHANGED, franchiseEvent(member, now)));
        }
    }

    private static BusinessEvent what(String command) {
        return switch (command) {
            case CreateMember.OPERATION, CreateFranchise.OPERATION -> BusinessEvent.MEMBER_REGISTERED;
            case ModifyMember.OPERATION -> BusinessEvent.MEMBER_MODIFIED;
            case ModifyFranchise.OPERATION,
                    ModifySettlementTerms.OPERATION,
                    HoldPayouts.OPERATION,
                    ReleasePayouts.OPERATION -> BusinessEvent.FRANCHISE_MODIFIED;
            case SuspendMember.OPERATION -> BusinessEvent.MEMBER_SUSPENDED;
            case ResumeMember.OPERATION -> BusinessEvent.MEMBER_RESUMED;
            case CloseMember.OPERATION -> BusinessEvent.MEMBER_CLOSED;
            default -> throw new IllegalArgumentException("no event of the business log for " + command);
        };
    }

    private static MemberEvent event(Member member, Instant now) {
        Member.Profile profile = member.profile();
        return new MemberEvent(
                member.id().value(),
                member.kind().name(),
                member.status().name(),
                profile.name(),
                profile.address().province(),
                profile.address().district(),
                member.version(),
                now.toString());
    }

    private static FranchiseEvent franchiseEvent(Member member, Instant now) {
        SettlementTerms terms = member.settlementTerms().orElse(SettlementTerms.STANDARD);
        return new FranchiseEvent(
                member.id().value(),
                member.profile().name(),
                member.status().name(),
                member.businessNumber().map(number -> number.digits()).orElse(null),
                Terms.of(terms),
                member.version(),
                now.toString());
    }
}
