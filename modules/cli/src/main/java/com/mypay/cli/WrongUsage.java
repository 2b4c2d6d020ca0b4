package com.mypay.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line, and in a second one how to see what is right. */
final class WrongUsage {

    private WrongUsage() {}

    static int tell(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        if (args.length == 0) {
            command.usage(err);
            return ExitCode.REFUSED;
        }
        err.println(line(wrong));
        err.println(Text.of("usage.help", command.getCommandSpec().qualifiedName()));
        err.flush();
        return ExitCode.REFUSED;
    }

    private static String line(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched);
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return Text.of("usage.missing", label(missing.getMissing().get(0)));
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return Text.of("usage.twice", name(twice.getOverwritten()));
        }
        ArgSpec option = wrong.getArgSpec();
        if (option == null) {
            return Text.of("usage.command");
        }
        return Text.of("usage.value", name(option), String.valueOf(wrong.getValue()), option.paramLabel());
    }

    private static String unknown(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().isEmpty()
                ? ""
                : unmatched.getUnmatched().get(0);
        List<String> similar = unmatched.getSuggestions();
        return similar.isEmpty()
                ? Text.of("usage.unknown", word)
                : Text.of("usage.unknownSimilar", word, String.join(", ", similar));
    }

    private static String label(ArgSpec option) {
        return name(option) + " " + option.paramLabel();
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
