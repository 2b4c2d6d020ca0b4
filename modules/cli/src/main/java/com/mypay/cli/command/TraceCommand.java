package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Home;
import com.mypay.cli.trace.Trace;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what happened to a business transaction, over all services. */
@Command(name = "trace")
public final class TraceCommand implements Callable<Integer> {

    /** Ours, or a customer's text for it, which the server can read. */
    private static final String GUID = "[0-9A-Za-z._-]{8,64}";

    private static final String ID = "[0-9A-Za-z._-]{1,64}";

    @Mixin
    private HomeOption homeOption;

    @Parameters(arity = "0..1", paramLabel = "GUID", descriptionKey = "option.traceGuid")
    private @Nullable String guid;

    @Option(names = "--remittance", paramLabel = "ID", descriptionKey = "option.traceRemittance")
    private @Nullable String remittance;

    @Option(names = "--payment", paramLabel = "ID", descriptionKey = "option.tracePayment")
    private @Nullable String payment;

    @Option(names = "--member", paramLabel = "ID", descriptionKey = "option.traceMember")
    private @Nullable Long member;

    @Option(names = "--on", paramLabel = "DATE", descriptionKey = "option.traceOn")
    private @Nullable String on;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        long given = Stream.of(guid != null, remittance != null, payment != null, member != null)
                .filter(each -> each)
                .count();
        if (given != 1 || (member == null) != (on == null)) {
            throw CommandFailure.refused("trace.what");
        }
        String wanted = guid;
        if (wanted != null) {
            requireForm(wanted, GUID);
            return trace().show(wanted);
        }
        String reference = remittance == null ? payment : remittance;
        if (reference != null) {
            requireForm(reference, ID);
            return trace().showOf(reference);
        }
        LocalDate date = Dates.parse(String.valueOf(on));
        return trace().showOf(member == null ? 0 : member, date);
    }

    private static void requireForm(String id, String form) {
        if (!id.matches(form)) {
            throw CommandFailure.refused("trace.id", id);
        }
    }

    private Trace trace() {
        Home home = homeOption.open();
        RequireServer.of(home);
        return new Trace(home, spec.commandLine().getOut());
    }
}
