package com.mypay.membership.application.port;

/** The telecom operators' check that a name and a phone number belong together (본인 확인). */
public interface IdentityCheck {

    /**
     * Changes nothing, so it may be repeated.
     *
     * @throws com.mypay.framework.problem.UnavailableException if the operator doesn't answer
     */
    boolean matches(String name, String phone);
}
