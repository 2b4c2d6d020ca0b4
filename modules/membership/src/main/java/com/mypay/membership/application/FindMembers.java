package com.mypay.membership.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.membership.domain.Member;
import com.mypay.membership.domain.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Members by id and by address. */
@ApplicationScoped
public class FindMembers {

    private final Members members;

    @Inject
    public FindMembers(Members members) {
        this.members = members;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindMembers() {
        this(null);
    }

    /**
     * Which members.
     *
     * @param memberId one; then the rest is ignored
     */
    public record Query(
            Caller caller,
            @Nullable MemberId memberId,
            @Nullable String province,
            @Nullable String district,
            PageRequest page) {

        public static Query byId(Caller caller, MemberId id) {
            return new Query(caller, id, null, null, new PageRequest("", 1));
        }
    }

    /** One that isn't there, or isn't the caller's, is refused; by address, an empty page is an answer. */
    public Page<Member> find(Query query) {
        MemberId id = query.memberId();
        if (id == null) {
            return Page.of(
                    members.findByAddress(query.province(), query.district(), query.page()),
                    query.page(),
                    member -> member.id().toString());
        }
        Member member = members.find(id)
                .filter(found -> query.caller().mayActFor(id))
                .orElseThrow(() -> new RejectedException(MembershipProblem.MEMBER_NOT_FOUND, "member " + id));
        return new Page<>(java.util.List.of(member), null);
    }
}
