package com.mypay.banking.application.port;

import com.mypay.framework.value.MemberId;
import java.util.Optional;

/** What membership knows about members. Waits for another system and so is called outside of transactions. */
public interface Members {

    /** @throws com.mypay.framework.problem.UnavailableException if membership can't be asked */
    Optional<Member> find(MemberId id);

    /** @param active neither suspended nor closed */
    record Member(MemberId id, boolean active) {}
}
