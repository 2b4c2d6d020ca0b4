package com.mypay.framework.audit;

/** Checks all rows of one service; read-only, on committed data, callable at any time. Each service has one. */
public interface Audit {

    AuditReport report();
}
