package com.mypay.banksimulator.domain;

/** A request that is not taken in. Thrown before anything is written. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final BankProblem problem;

    public Rejected(BankProblem problem, String detail) {
        super(detail, null, false, false);
        this.problem = problem;
    }

    public BankProblem problem() {
        return problem;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
