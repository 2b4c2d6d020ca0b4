package com.mypay.amqpadapter;

/** What is at the bottom of an exception: containers and the AMQP client wrap the line that matters several times. */
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Throwable cause = root.getCause();
            if (cause == null) {
                return root;
            }
            root = cause;
        }
        return root;
    }

    static String message(Throwable failure) {
        Throwable root = root(failure);
        String message = root.getMessage();
        return message == null ? root.toString() : message;
    }
}
