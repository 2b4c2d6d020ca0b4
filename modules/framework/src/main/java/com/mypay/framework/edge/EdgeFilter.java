package com.mypay.framework.edge;

/**
 * A step around everything that passes an edge of the service, whatever carries it: REST calls and messages that come in
 * and go out, calls of banks, steps of batch jobs. A CDI bean ({@code @ApplicationScoped}) that implements it takes part;
 * the product's own and an installation's are the same.
 *
 * <p>{@link Exchange} says what passes. Called by many threads at once, on the way of every request: what takes long
 * belongs elsewhere.
 */
public interface EdgeFilter {

    /** The product's image log: it sees what all others have done. */
    int IMAGE_LOG = 0;

    /** The product's OpenTelemetry spans. */
    int SPANS = 10;

    /** For an installation's own steps, as long as they don't care. */
    int USUAL = 1_000;

    /** The lowest comes first on the way in and last on the way out. */
    default int order() {
        return USUAL;
    }

    /**
     * Before the work. The call context is set where something comes in; of a settlement's job once its cycle is frozen,
     * with the job's GUID.
     *
     * @throws com.mypay.framework.problem.RejectedException to refuse what comes in: a caller gets it as a
     *     problem, a message is delivered again and at last a dead letter, a job's step fails. A message that goes out is
     *     committed and goes out all the same; a call that goes out is not made, and whoever wanted it finds the other
     *     system unavailable
     */
    default void before(Exchange exchange) {}

    /**
     * After the work, however it ended, also where a step before this one has refused it. What is thrown here is logged
     * and changes nothing.
     */
    default void after(Exchange exchange) {}
}
