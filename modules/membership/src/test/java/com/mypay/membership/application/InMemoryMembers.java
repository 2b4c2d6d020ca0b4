package com.mypay.membership.application;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.membership.domain.BusinessNumber;
import com.mypay.membership.domain.Member;
import com.mypay.membership.domain.MemberChange;
import com.mypay.membership.domain.Members;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fake of {@link Members}; the same contract test holds for it and for EclipseLink. */
public final class InMemoryMembers implements Members {

    private final TreeMap<MemberId, Member> members = new TreeMap<>();
    private final List<MemberChange> history = new ArrayList<>();

    @Override
    public void add(Member member) {
        set(member, "id", 1001L + members.size());
        set(member, "version", 1L);
        members.put(member.id(), member);
    }

    @Override
    public Optional<Member> find(MemberId id) {
        return Optional.ofNullable(members.get(id));
    }

    @Override
    public Optional<Member> findForUpdate(MemberId id) {
        return find(id);
    }

    @Override
    public boolean existsWith(BusinessNumber businessNumber) {
        return members.values().stream()
                .anyMatch(member -> member.businessNumber().equals(Optional.of(businessNumber)));
    }

    @Override
    public List<Member> findByAddress(@Nullable String province, @Nullable String district, PageRequest page) {
        long after = page.afterAs(Long::parseLong).orElse(0L);
        return members.values().stream()
                .filter(member -> member.id().value() > after)
                .filter(member -> province == null
                        || member.profile().address().province().equals(province))
                .filter(member -> district == null
                        || member.profile().address().district().equals(district))
                .limit(page.rowsToRead())
                .toList();
    }

    @Override
    public void flush() {
        // every change is there at once
    }

    @Override
    public void record(MemberChange change) {
        history.add(change);
    }

    @Override
    public List<MemberChange> historyOf(MemberId id) {
        return history.stream().filter(change -> change.memberId().equals(id)).toList();
    }

    /** What the sequence and the version column do. */
    private static void set(Member member, String field, long value) {
        try {
            Field target = Member.class.getDeclaredField(field);
            target.setAccessible(true);
            target.setLong(member, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
