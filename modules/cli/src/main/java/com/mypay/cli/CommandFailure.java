package com.mypay.cli;

/** Ends the command with one line for people and an exit code. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public CommandFailure(int exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    /** A wrong setting, a port in use, a half-stopped run: nothing works until a person acts. */
    public static CommandFailure refused(String key, Object... values) {
        return new CommandFailure(ExitCode.REFUSED, Text.of(key, values));
    }

    /** Something went wrong on the way. */
    public static CommandFailure failed(String key, Object... values) {
        return new CommandFailure(ExitCode.FAILED, Text.of(key, values));
    }

    /** The command was told to end (Ctrl-C, SIGTERM). */
    public static CommandFailure interrupted() {
        Thread.currentThread().interrupt();
        return failed("interrupted");
    }

    public int exitCode() {
        return exitCode;
    }
}
