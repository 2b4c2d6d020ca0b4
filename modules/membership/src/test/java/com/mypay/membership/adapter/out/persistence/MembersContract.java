package com.mypay.membership.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.membership.domain.Address;
import com.mypay.membership.domain.BusinessNumber;
import com.mypay.membership.domain.CommissionTerms;
import com.mypay.membership.domain.Member;
import com.mypay.membership.domain.Member.Profile;
import com.mypay.membership.domain.MemberChange;
import com.mypay.membership.domain.Members;
import com.mypay.membership.domain.Reserve;
import com.mypay.membership.domain.SettlementCycle;
import com.mypay.membership.domain.SettlementTerms;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Members} does. */
abstract class MembersContract {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00.123456Z");
    private static final SettlementTerms TERMS = new SettlementTerms(
            SettlementCycle.SEMIMONTHLY,
            Won.won(10_000),
            true,
            2,
            new Reserve(BasisPoints.basisPoints(500), 30),
            new CommissionTerms(
                    BasisPoints.basisPoints(1_000),
                    List.of(new CommissionTerms.Tier(Won.won(10_000_000), BasisPoints.basisPoints(20)))));
    private static final BusinessNumber NUMBER = BusinessNumber.parse("124-81-00998");

    abstract Members members();

    abstract Transactions transactions();

    @Test
    void givesBackWhatWasAdded() {
        MemberId id = add(Member.franchise(profile("강남구"), NUMBER, TERMS, NOW));

        Member found = transactions().inTransaction(() -> members().find(id).orElseThrow());

        assertThat(found.profile()).isEqualTo(profile("강남구"));
        assertThat(found.businessNumber()).contains(NUMBER);
        assertThat(found.settlementTerms()).contains(TERMS);
        assertThat(found.createdAt()).isEqualTo(NOW);
        assertThat(found.version()).isPositive();
        assertThat(transactions().inTransaction(() -> members().find(new MemberId(99))))
                .isEmpty();
    }

    @Test
    void knowsWhichBusinessNumbersAreTaken() {
        add(Member.franchise(profile("강남구"), NUMBER, TERMS, NOW));

        assertThat(transactions().inTransaction(() -> members().existsWith(NUMBER)))
                .isTrue();
        assertThat(transactions().inTransaction(() -> members().existsWith(BusinessNumber.parse("220-81-62517"))))
                .isFalse();
    }

    @Test
    void findsByAddressInTheOrderOfTheIds() {
        MemberId first = add(Member.personal(profile("강남구"), NOW));
        add(Member.personal(profile("서초구"), NOW));
        MemberId third = add(Member.personal(profile("강남구"), NOW));

        assertThat(find("서울특별시", "강남구", "")).containsExactly(first, third);
        assertThat(find(null, "강남구", first.toString())).containsExactly(third);
        assertThat(find("부산광역시", null, "")).isEmpty();
        assertThat(find(null, null, "")).hasSize(3);
    }

    @Test
    void keepsTheHistoryOfEachMember() {
        MemberId id = add(Member.personal(profile("강남구"), NOW));
        transactions().inTransaction(() -> {
            Member member = members().findForUpdate(id).orElseThrow();
            members()
                    .record(MemberChange.of(
                            "0".repeat(32), member, "create/member", "staff/kim", "-", "1".repeat(32), NOW));
        });

        assertThat(transactions().inTransaction(() -> members().historyOf(id)))
                .extracting(MemberChange::change)
                .containsExactly("create/member");
    }

    private java.util.List<MemberId> find(
            @org.jspecify.annotations.Nullable String province,
            @org.jspecify.annotations.Nullable String district,
            String after) {
        return transactions()
                .inTransaction(() -> members().findByAddress(province, district, new PageRequest(after, 10)).stream()
                        .map(Member::id)
                        .toList());
    }

    private MemberId add(Member member) {
        return transactions().inTransaction(() -> {
            members().add(member);
            members().flush();
            return member.id();
        });
    }

    private static Profile profile(String district) {
        return new Profile("김하늘", "a@example.com", "010-1234-5678", new Address("서울특별시", district));
    }
}
