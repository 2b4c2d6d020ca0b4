package com.mypay.membership.adapter.in.rest;

import com.mypay.framework.context.StaffDirectory;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Won;
import com.mypay.membership.application.MemberAnswer;
import com.mypay.membership.application.StaffAnswer;
import com.mypay.membership.domain.Address;
import com.mypay.membership.domain.CommissionTerms;
import com.mypay.membership.domain.Member;
import com.mypay.membership.domain.Member.Profile;
import com.mypay.membership.domain.Reserve;
import com.mypay.membership.domain.SettlementCycle;
import com.mypay.membership.domain.SettlementTerms;
import com.mypay.membership.domain.StaffChange;
import com.mypay.membership.domain.StaffMember;
import com.mypay.membership.domain.StaffRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON bodies of membership's operations. Missing fields arrive as {@code null} and are refused by name. */
final class Bodies {

    static final int MAX_NAME = 60;
    static final int MAX_PLACE = 40;
    static final int MAX_EMAIL = 100;
    static final int MAX_REASON = 200;
    static final String LOGIN = "[a-z0-9._-]{2,40}";
    static final String PHONE = "0[0-9]{1,2}-?[0-9]{3,4}-?[0-9]{4}";

    private Bodies() {}

    @Schema(description = "A person who signs up")
    public record CreateMember(
            @Schema(description = "The name that the telecom operator knows", examples = "김하늘")
            @NotBlank @Size(max = MAX_NAME) String name,

            @Schema(description = "E-mail address", examples = "sky@example.com") @NotNull @Email @Size(max = MAX_EMAIL) String email,

            @Schema(description = "Korean number, hyphens as you like", examples = "010-1234-5678")
            @NotNull @Pattern(regexp = PHONE) String phone,

            @Schema(description = "시도", examples = "서울특별시") @NotBlank @Size(max = MAX_PLACE) String province,

            @Schema(description = "시군구", examples = "강남구") @NotBlank @Size(max = MAX_PLACE) String district) {

        Profile profile() {
            return new Profile(name, email, phone, new Address(province, district));
        }
    }

    @Schema(description = "A franchise that signs up")
    public record CreateFranchise(
            @Schema(description = "The shop's name", examples = "노노치킨") @NotBlank @Size(max = MAX_NAME) String name,

            @Schema(description = "E-mail address", examples = "shop@example.com")
            @NotNull @Email @Size(max = MAX_EMAIL) String email,

            @Schema(description = "Korean number, hyphens as you like", examples = "02-123-4567")
            @NotNull @Pattern(regexp = PHONE) String phone,

            @Schema(description = "시도", examples = "서울특별시") @NotBlank @Size(max = MAX_PLACE) String province,

            @Schema(description = "시군구", examples = "강남구") @NotBlank @Size(max = MAX_PLACE) String district,

            @Schema(
                    description = "Business registration number, ten digits with a check digit",
                    examples = "124-81-00998")
            @NotNull @Pattern(regexp = "[0-9]{3}-?[0-9]{2}-?[0-9]{5}") String businessNumber,

            @Schema(description = "By staff only; missing: daily, from 1 won on") @Valid @Nullable Terms settlementTerms) {

        Profile profile() {
            return new Profile(name, email, phone, new Address(province, district));
        }
    }

    @Schema(name = "SettlementTerms", description = "When and from which amount on a franchise gets its money")
    public record Terms(
            @Schema(description = "How often it is settled") @NotNull SettlementCycle cycle,

            @Schema(description = "A smaller result is carried over to the next cycle; whole won")
            @NotNull @Min(0) @Max(1_000_000_000) Long minimumPayoutWon,

            @Schema(
                    description = "While true nothing is paid out. Of a franchise that has signed up it is changed by"
                            + " hold/payouts and release/payouts")
            @NotNull Boolean hold,

            @Schema(
                    description = "How many business days after the end of its cycle it is paid (D+n); missing: 0",
                    examples = "2")
            @Min(0) @Max(10) @Nullable Integer payoutDelayDays,

            @Schema(description = "What is kept back of each cycle's earnings; missing: nothing") @Valid @Nullable ReserveTerms reserve,

            @Schema(description = "About commission beside the rate of its slips; missing: nothing") @Valid @Nullable Commission commission) {

        SettlementTerms toTerms() {
            return new SettlementTerms(
                    cycle,
                    Won.won(minimumPayoutWon),
                    hold,
                    payoutDelayDays == null ? 0 : payoutDelayDays,
                    reserve == null ? Reserve.NONE : reserve.toReserve(),
                    commission == null ? CommissionTerms.NONE : commission.toTerms());
        }

        static Terms of(SettlementTerms terms) {
            Reserve reserve = terms.reserve();
            return new Terms(
                    terms.cycle(),
                    terms.minimumPayout().value(),
                    terms.hold(),
                    terms.payoutDelay(),
                    reserve.isNone() ? null : new ReserveTerms(reserve.rate().value(), reserve.days()),
                    terms.commission().isNone() ? null : Commission.of(terms.commission()));
        }
    }

    @Schema(
            name = "CommissionTerms",
            description = "VAT on a franchise's commission, and tiers by what it sells in a month")
    public record Commission(
            @Schema(description = "VAT on the commission, hundredths of a percent; missing: 0", examples = "1000")
            @Min(0) @Max(5_000) @Nullable Integer vatBasisPoints,

            @Schema(description = "Rising by monthlyVolumeWon, up to 10; missing: none")
            @Size(max = 10) @Valid @Nullable List<@NotNull TierBody> tiers) {

        CommissionTerms toTerms() {
            List<CommissionTerms.Tier> rising = tiers == null
                    ? List.of()
                    : tiers.stream().map(TierBody::toTier).toList();
            if (!CommissionTerms.rise(rising)) {
                throw new RejectedException(CommonProblem.FIELD_INVALID, "tiers rise by monthlyVolumeWon");
            }
            return new CommissionTerms(BasisPoints.basisPoints(vatBasisPoints == null ? 0 : vatBasisPoints), rising);
        }

        static Commission of(CommissionTerms terms) {
            return new Commission(
                    terms.vat().value(),
                    terms.tiers().stream().map(TierBody::of).toList());
        }
    }

    @Schema(name = "CommissionTier", description = "Commission that is given back above a monthly volume")
    public record TierBody(
            @Schema(
                    description = "Monthly volume (paid less cancelled) above which it holds, in won",
                    examples = "10000000")
            @NotNull @Min(0) @Max(1_000_000_000_000L) Long monthlyVolumeWon,

            @Schema(
                    description = "Given back of the part of the volume above it, up to the next tier; hundredths of a"
                            + " percent",
                    examples = "20")
            @NotNull @Min(1) @Max(1_000) Integer discountBasisPoints) {

        CommissionTerms.Tier toTier() {
            return new CommissionTerms.Tier(Won.won(monthlyVolumeWon), BasisPoints.basisPoints(discountBasisPoints));
        }

        static TierBody of(CommissionTerms.Tier tier) {
            return new TierBody(tier.from().value(), tier.discount().value());
        }
    }

    @Schema(name = "Reserve", description = "A part of each cycle's earnings that is paid some days later")
    public record ReserveTerms(
            @Schema(description = "Of what a cycle earns the franchise, hundredths of a percent", examples = "500")
            @NotNull @Min(1) @Max(5_000) Integer basisPoints,

            @Schema(description = "Days in the calendar until it is free", examples = "30") @NotNull @Min(1) @Max(365) Integer days) {

        Reserve toReserve() {
            return new Reserve(BasisPoints.basisPoints(basisPoints), days);
        }
    }

    @Schema(description = "All that a member tells about itself, as it is to be from now on")
    public record ModifyMember(
            @Schema(description = "Which member") @Positive long memberId,

            @Schema(description = "A person's or a shop's name") @NotBlank @Size(max = MAX_NAME) String name,

            @Schema(description = "E-mail address") @NotNull @Email @Size(max = MAX_EMAIL) String email,

            @Schema(description = "Korean number, hyphens as you like") @NotNull @Pattern(regexp = PHONE) String phone,

            @Schema(description = "시도") @NotBlank @Size(max = MAX_PLACE) String province,

            @Schema(description = "시군구") @NotBlank @Size(max = MAX_PLACE) String district) {

        Profile profile() {
            return new Profile(name, email, phone, new Address(province, district));
        }
    }

    @Schema(description = "Other settlement terms")
    public record ModifySettlementTerms(
            @Schema(description = "Which franchise") @Positive long memberId,

            @Schema(description = "As they are to be from now on") @NotNull @Valid Terms settlementTerms) {}

    @Schema(description = "A member that leaves")
    public record CloseMember(
            @Schema(description = "Which member") @Positive long memberId) {}

    @Schema(description = "A member that staff suspends or resumes")
    public record ChangeStatus(
            @Schema(description = "Which member") @Positive long memberId,

            @Schema(description = "Why; kept in the history") @NotBlank @Size(max = MAX_REASON) String reason) {}

    @Schema(description = "A franchise whose payouts staff holds or releases")
    public record ChangeHold(
            @Schema(description = "Which franchise") @Positive long memberId,

            @Schema(description = "Why; kept in the history") @NotBlank @Size(max = MAX_REASON) String reason) {}

    @Schema(description = "Staff that is employed")
    public record CreateStaff(
            @Schema(description = "Lower-case letters, digits, . _ -", examples = "kim.jiwoo")
            @NotNull @Pattern(regexp = LOGIN) String login,

            @Schema(description = "A person's name", examples = "김지우") @NotBlank @Size(max = MAX_NAME) String name,

            @Schema(description = "What it may do") @NotEmpty Set<@NotNull StaffRole> roles) {}

    @Schema(description = "An employee, as it is to be from now on")
    public record ModifyStaff(
            @Schema(description = "Which employee", examples = "kim.jiwoo") @NotNull @Pattern(regexp = LOGIN) String login,

            @Schema(description = "A person's name", examples = "김지우") @NotBlank @Size(max = MAX_NAME) String name,

            @Schema(description = "All that it may do; others than these are taken from it") @NotEmpty Set<@NotNull StaffRole> roles) {}

    @Schema(description = "Staff that leaves")
    public record CloseStaff(
            @Schema(description = "Which employee", examples = "kim.jiwoo") @NotNull @Pattern(regexp = LOGIN) String login,

            @Schema(description = "Why; kept in the history", examples = "퇴사") @NotBlank @Size(max = MAX_REASON) String reason) {}

    @Schema(name = "Member", description = "A member")
    public record MemberBody(
            @Schema(description = "Names the member", examples = "1001")
            long memberId,

            @Schema(description = "PERSONAL or FRANCHISE") String kind,

            @Schema(description = "ACTIVE, SUSPENDED or CLOSED")
            String status,

            @Schema(description = "A person's or a shop's name")
            String name,

            @Schema(description = "E-mail address") String email,
            @Schema(description = "As it was given") String phone,
            @Schema(description = "시도") String province,
            @Schema(description = "시군구") String district) {

        static MemberBody of(Member member) {
            Profile profile = member.profile();
            return new MemberBody(
                    member.id().value(),
                    member.kind().name(),
                    member.status().name(),
                    profile.name(),
                    profile.email(),
                    profile.phone(),
                    profile.address().province(),
                    profile.address().district());
        }
    }

    @Schema(name = "Franchise", description = "A franchise with its number and terms")
    public record FranchiseBody(
            @Schema(description = "Names the franchise", examples = "1002")
            long memberId,

            @Schema(description = "ACTIVE, SUSPENDED or CLOSED")
            String status,

            @Schema(description = "A person's or a shop's name")
            String name,

            @Schema(description = "E-mail address") String email,
            @Schema(description = "As it was given") String phone,
            @Schema(description = "시도") String province,
            @Schema(description = "시군구") String district,

            @Schema(description = "Business registration number", examples = "124-81-00998")
            String businessNumber,

            @Schema(description = "When and from which amount on it is paid")
            Terms settlementTerms) {

        static FranchiseBody of(Member member) {
            Profile profile = member.profile();
            return new FranchiseBody(
                    member.id().value(),
                    member.status().name(),
                    profile.name(),
                    profile.email(),
                    profile.phone(),
                    profile.address().province(),
                    profile.address().district(),
                    member.businessNumber().orElseThrow().toString(),
                    Terms.of(member.settlementTerms().orElseThrow()));
        }
    }

    @Schema(name = "MemberPage", description = "One page of members")
    public record MemberPage(
            @Schema(description = "In the order of their ids")
            List<MemberBody> items,

            @Schema(description = "Asks for the next page; missing on the last") @Nullable String nextCursor) {}

    @Schema(name = "Staff", description = "An employee of the operator")
    public record StaffBody(
            @Schema(description = "Names the employee", examples = "kim.jiwoo")
            String login,

            @Schema(description = "A person's name", examples = "김지우")
            String name,

            @Schema(description = "ACTIVE, or CLOSED: has left and may do nothing any more")
            String status,

            @Schema(description = "What it may do; of one that has left, what it might", examples = "operator")
            Set<String> roles,

            @Schema(description = "Since when it is employed, ISO-8601")
            Instant createdAt) {

        static StaffBody of(StaffMember staff) {
            return new StaffBody(staff.login(), staff.name(), staff.status().name(), staff.roles(), staff.createdAt());
        }
    }

    @Schema(name = "StaffPage", description = "One page of staff")
    public record StaffPage(
            @Schema(description = "In the order of their logins")
            List<StaffBody> items,

            @Schema(description = "Asks for the next page; missing on the last") @Nullable String nextCursor) {}

    @Schema(name = "StaffStanding", description = "What staff may do now, for the edge of every service")
    public record StaffStanding(
            @Schema(description = "As it was asked", examples = "kim.jiwoo")
            String login,

            @Schema(description = "ACTIVE; CLOSED: may do nothing any more; UNKNOWN: never employed")
            String status,

            @Schema(description = "Roles that it has; empty unless ACTIVE", examples = "operator")
            Set<String> roles) {

        static StaffStanding of(String login, Optional<StaffDirectory.Standing> found) {
            return found.map(standing -> standing.active()
                            ? new StaffStanding(login, "ACTIVE", new TreeSet<>(standing.roles()))
                            : new StaffStanding(login, "CLOSED", Set.of()))
                    .orElseGet(() -> new StaffStanding(login, "UNKNOWN", Set.of()));
        }
    }

    @Schema(name = "StaffChange", description = "A line of an employee's history: what it became")
    public record StaffChangeBody(
            @Schema(description = "The command", examples = "modify/staff")
            String change,

            @Schema(description = "ACTIVE or CLOSED from then on")
            String status,

            @Schema(description = "Its name from then on") String name,

            @Schema(description = "Its roles from then on", examples = "operator")
            Set<String> roles,

            @Schema(description = "Who did it", examples = "staff/park")
            String changedBy,

            @Schema(description = "Why; - where nobody asks for one")
            String reason,

            @Schema(description = "When, ISO-8601") Instant changedAt,

            @Schema(description = "The business transaction")
            String guid) {

        static StaffChangeBody of(StaffChange change) {
            return new StaffChangeBody(
                    change.change(),
                    change.status().name(),
                    change.name(),
                    change.roles(),
                    change.changedBy(),
                    change.reason(),
                    change.changedAt(),
                    change.guid());
        }
    }

    @Schema(name = "StaffChangePage", description = "One page of an employee's history")
    public record StaffChangePage(
            @Schema(description = "From the first change on")
            List<StaffChangeBody> items,

            @Schema(description = "Asks for the next page; missing on the last") @Nullable String nextCursor) {}

    @Schema(name = "StaffState", description = "Staff after a command")
    public record StaffState(
            @Schema(description = "Names the employee", examples = "kim.jiwoo")
            String login,

            @Schema(description = "ACTIVE or CLOSED") String status) {

        static StaffState of(StaffAnswer answer) {
            return new StaffState(answer.login(), answer.status());
        }
    }

    @Schema(name = "MemberState", description = "A member after a command")
    public record MemberState(
            @Schema(description = "Names the member", examples = "1001")
            long memberId,

            @Schema(description = "ACTIVE, SUSPENDED or CLOSED")
            String status) {

        static MemberState of(MemberAnswer answer) {
            return new MemberState(answer.memberId(), answer.status());
        }
    }
}
