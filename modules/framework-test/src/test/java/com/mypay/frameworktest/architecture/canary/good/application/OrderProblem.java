package com.mypay.frameworktest.architecture.canary.good.application;

import com.mypay.framework.problem.Problem;

/** What is refused. */
public enum OrderProblem implements Problem {
    BANK_CLOSED,
    ORDER_UNKNOWN;

    @Override
    public Kind kind() {
        return Kind.REFUSED;
    }

    @Override
    public String english() {
        return "Refused.";
    }

    @Override
    public String korean() {
        return "거절되었습니다.";
    }
}
