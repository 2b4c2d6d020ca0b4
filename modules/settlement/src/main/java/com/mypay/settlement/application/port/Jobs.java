package com.mypay.settlement.application.port;

/** The batch runtime. */
@FunctionalInterface
public interface Jobs {

    /**
     * Whether a job instance is being executed, on this server or another one. Of a server that has died it is until
     * that server is back: nobody else can know.
     */
    boolean isRunning(long jobInstanceId);
}
