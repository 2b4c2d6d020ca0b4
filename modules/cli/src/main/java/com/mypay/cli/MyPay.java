package com.mypay.cli;

import com.mypay.cli.api.Http;
import com.mypay.cli.command.AccountingCommand;
import com.mypay.cli.command.AuditCommand;
import com.mypay.cli.command.BatchCommand;
import com.mypay.cli.command.DayCommand;
import com.mypay.cli.command.DoctorCommand;
import com.mypay.cli.command.DownCommand;
import com.mypay.cli.command.ExplainCommand;
import com.mypay.cli.command.ImportSlipsCommand;
import com.mypay.cli.command.RemitCommand;
import com.mypay.cli.command.SettleCommand;
import com.mypay.cli.command.StatementCommand;
import com.mypay.cli.command.StatusCommand;
import com.mypay.cli.command.TraceCommand;
import com.mypay.cli.command.UpCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** {@code mypay}: the entry. The texts of {@code --help} are in the messages, in Korean and English. */
@Command(
        name = "mypay",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = MyPay.Version.class,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            DayCommand.class,
            RemitCommand.class,
            ImportSlipsCommand.class,
            SettleCommand.class,
            BatchCommand.class,
            ExplainCommand.class,
            StatementCommand.class,
            AuditCommand.class,
            AccountingCommand.class,
            TraceCommand.class,
            DoctorCommand.class
        })
public final class MyPay {

    private MyPay() {}

    public static void main(String[] args) {
        // Korean text, whatever the terminal's locale says about its encoding
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine().setOut(out).setErr(err).execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new MyPay())
                .setResourceBundle(Text.bundle())
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(WrongUsage::tell)
                .setExecutionExceptionHandler(MyPay::failed);
    }

    /** One line for what people can act on; a stack trace for what only its authors can. */
    private static int failed(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (failure instanceof CommandFailure known) {
            command.getErr().println(known.getMessage());
            return known.exitCode();
        }
        if (failure instanceof Http.NoAnswer || failure instanceof Http.Refused) {
            command.getErr().println(Text.of("api.failed", String.valueOf(failure.getMessage())));
            return ExitCode.FAILED;
        }
        if (failure instanceof UncheckedIOException io) {
            command.getErr().println(Text.of("io", String.valueOf(io.getMessage()), String.valueOf(io.getCause())));
            return ExitCode.FAILED;
        }
        throw failure;
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = MyPay.class.getPackage().getImplementationVersion();
            return new String[] {"MyPay " + (version == null ? "" : version).strip()};
        }
    }
}
