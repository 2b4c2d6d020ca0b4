package com.mypay.money.application.port;

import com.mypay.framework.value.MemberId;
import com.mypay.money.domain.MemberProfile;
import java.util.Optional;

/** The membership service. Asked only about members that no event has told of yet; never inside a transaction. */
public interface Memberships {

    /** Empty: there is no such member. */
    Optional<MemberProfile.News> find(MemberId member);
}
