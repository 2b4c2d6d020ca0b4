package com.mypay.membership.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.PageRequest;
import com.mypay.membership.domain.StaffChange;
import com.mypay.membership.domain.StaffMember;
import com.mypay.membership.domain.StaffMembers;
import com.mypay.membership.domain.StaffRole;
import com.mypay.membership.domain.StaffStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link StaffMembers} does. */
abstract class StaffMembersContract {

    static final Instant NOW = Instant.parse("2026-03-02T01:00:00.123456Z");

    abstract StaffMembers staff();

    abstract Transactions transactions();

    @Test
    void givesBackWhatWasAdded() {
        add("lee");

        StaffMember found =
                transactions().inTransaction(() -> staff().find("lee").orElseThrow());

        assertThat(found.name()).isEqualTo("이바다");
        assertThat(found.roles()).containsExactly("approver", "operator");
        assertThat(found.status()).isEqualTo(StaffStatus.ACTIVE);
        assertThat(found.createdAt()).isEqualTo(NOW);
        assertThat(transactions().inTransaction(() -> staff().find("nobody"))).isEmpty();
        assertThat(transactions().inTransaction(() -> staff().findForUpdate("nobody")))
                .isEmpty();
    }

    @Test
    void keepsWhatHasChanged() {
        add("lee");
        transactions()
                .inTransaction(
                        () -> staff().findForUpdate("lee").orElseThrow().modify("이강", Set.of(StaffRole.ADMINISTRATOR)));
        transactions()
                .inTransaction(() -> staff().findForUpdate("lee").orElseThrow().close());

        StaffMember found =
                transactions().inTransaction(() -> staff().find("lee").orElseThrow());

        assertThat(found.name()).isEqualTo("이강");
        assertThat(found.roles()).containsExactly("administrator");
        assertThat(found.isActive()).isFalse();
    }

    @Test
    void givesPagesInTheOrderOfTheLogins() {
        List.of("park", "kim", "lee").forEach(this::add);

        assertThat(logins(new PageRequest("", 1))).containsExactly("kim", "lee");
        assertThat(logins(new PageRequest("kim", 2))).containsExactly("lee", "park");
        assertThat(logins(new PageRequest("park", 2))).isEmpty();
    }

    @Test
    void keepsTheHistoryOfEachEmployee() {
        add("kim");
        add("lee");
        transactions().inTransaction(() -> {
            StaffMember lee = staff().findForUpdate("lee").orElseThrow();
            record("1", lee, "create/staff");
            lee.close();
            record("3", lee, "close/staff");
            record("2", staff().find("kim").orElseThrow(), "create/staff");
        });

        assertThat(changes("lee", new PageRequest("", 10))).containsExactly("create/staff", "close/staff");
        assertThat(changes("lee", new PageRequest("1".repeat(32), 10))).containsExactly("close/staff");
        StaffChange last = transactions()
                .inTransaction(
                        () -> staff().historyOf("lee", new PageRequest("", 10)).get(1));
        assertThat(last.status()).isEqualTo(StaffStatus.CLOSED);
        assertThat(last.name()).isEqualTo("이바다");
        assertThat(last.roles()).containsExactly("approver", "operator");
        assertThat(last.changedBy()).isEqualTo("staff/park");
        assertThat(last.reason()).isEqualTo("퇴사");
        assertThat(last.changedAt()).isEqualTo(NOW);
    }

    final void add(String login) {
        transactions()
                .inTransaction(() -> staff().add(StaffMember.employed(
                        login, "이바다", Set.of(StaffRole.OPERATOR, StaffRole.APPROVER), NOW)));
    }

    final void record(String digit, StaffMember member, String command) {
        staff().record(StaffChange.of(
                digit.repeat(32), member, new StaffChange.Cause(command, "staff/park", "퇴사", "a".repeat(32)), NOW));
    }

    private List<String> logins(PageRequest page) {
        return transactions()
                .inTransaction(
                        () -> staff().all(page).stream().map(StaffMember::login).toList());
    }

    private List<String> changes(String login, PageRequest page) {
        return transactions()
                .inTransaction(() -> staff().historyOf(login, page).stream()
                        .map(StaffChange::change)
                        .toList());
    }
}
