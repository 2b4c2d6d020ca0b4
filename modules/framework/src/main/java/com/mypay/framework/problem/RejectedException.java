package com.mypay.framework.problem;

/** Understood, refused, nothing changed. The caller may change the request. */
public class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final String detail;

    /** @param detail the values that matter here, without secrets and full account numbers */
    public RejectedException(Problem problem, String detail) {
        super(problem.name() + ": " + detail);
        this.problem = problem;
        this.detail = detail;
    }

    public RejectedException(Problem problem) {
        this(problem, "");
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        return detail;
    }
}
