package com.mypay.framework.context;

import java.util.Optional;
import java.util.Set;

/**
 * What membership knows of an employee, asked at the edge for each call of staff: who has left may do nothing any more,
 * and who has other roles by now acts through these, in every service, from the next call on.
 */
public interface StaffDirectory {

    /**
     * Where an employee stands.
     *
     * @param active {@code false} once it has left
     * @param roles as {@link Caller#roles} has them
     */
    record Standing(boolean active, Set<String> roles) {

        public Standing {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * The standing of an employee; empty if membership has never employed anybody with this login: then the trusted
     * headers alone say who it is. Otherwise nobody could create the first administrator.
     *
     * @throws com.mypay.framework.problem.UnavailableException if membership doesn't answer: then staff can do nothing
     */
    Optional<Standing> find(String login);
}
