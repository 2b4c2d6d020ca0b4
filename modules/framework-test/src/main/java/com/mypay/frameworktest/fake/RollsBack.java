package com.mypay.frameworktest.fake;

/** A fake that forgets what was done to it in a transaction that did not commit. */
@FunctionalInterface
public interface RollsBack {

    /** A transaction begins. @return what puts the fake back into the state that it has now */
    Runnable mark();

    /** The transaction that has begun last has committed. */
    default void committed() {}
}
