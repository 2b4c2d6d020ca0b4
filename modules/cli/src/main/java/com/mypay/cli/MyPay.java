package com.mypay.cli;

import com.mypay.cli.command.DayCommand;
import com.mypay.cli.command.DoctorCommand;
import com.mypay.cli.command.DownCommand;
import com.mypay.cli.command.SettleCommand;
import com.mypay.cli.command.StatusCommand;
import com.mypay.cli.command.UpCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code mypay}: the entry. */
@Command(
        name = "mypay",
        description = "MyPay: start it, play a business day, settle, check.",
        mixinStandardHelpOptions = true,
        version = "MyPay 1.0.0-SNAPSHOT",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            DayCommand.class,
            SettleCommand.class,
            DoctorCommand.class
        })
public final class MyPay {

    private MyPay() {}

    public static void main(String[] args) {
        // Korean text, whatever the terminal's locale says about its encoding
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new MyPay());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof CommandFailure known) {
                command.getErr().println(known.getMessage());
                return known.exitCode();
            }
            throw failure;
        });
        return line;
    }
}
