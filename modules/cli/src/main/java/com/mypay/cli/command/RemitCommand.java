package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Home;
import com.mypay.cli.remit.Payee;
import com.mypay.cli.remit.Remit;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends money from a member to a member or to a bank account, and follows it to its end. */
@Command(name = "remit")
public final class RemitCommand implements Callable<Integer> {

    private static final int MAX_WAIT_SECONDS = 3_600;
    private static final String ID = "[0-9a-f]{32}";

    @Mixin
    private HomeOption homeOption;

    @Option(names = "--from", required = true, paramLabel = "MEMBER", descriptionKey = "option.remitFrom")
    private long from;

    @Option(names = "--to-member", paramLabel = "MEMBER", descriptionKey = "option.remitToMember")
    private @Nullable Long toMember;

    @Option(names = "--to-account", paramLabel = "BANK:NUMBER", descriptionKey = "option.remitToAccount")
    private @Nullable String toAccount;

    @Option(names = "--amount", paramLabel = "WON", descriptionKey = "option.remitAmount")
    private @Nullable Long amountWon;

    @Option(names = "--memo", paramLabel = "TEXT", defaultValue = "", descriptionKey = "option.remitMemo")
    private String memo;

    @Option(names = "--yes", descriptionKey = "option.remitYes")
    private boolean yes;

    @Option(names = "--follow", paramLabel = "REMITTANCE", descriptionKey = "option.remitFollow")
    private @Nullable String follow;

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "60", descriptionKey = "option.remitWait")
    private int waitSeconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (waitSeconds < 0 || waitSeconds > MAX_WAIT_SECONDS) {
            throw CommandFailure.refused("remit.wait", Integer.toString(waitSeconds), MAX_WAIT_SECONDS);
        }
        String before = follow;
        if (before != null && !before.matches(ID)) {
            throw CommandFailure.refused("remit.id", before);
        }
        Optional<Remit.Wish> wish = before == null ? Optional.of(wish()) : Optional.empty();
        Home home = homeOption.open();
        RequireServer.of(home);
        Remit remit = new Remit(
                home, from, Duration.ofSeconds(waitSeconds), spec.commandLine().getOut());
        if (before != null) {
            return remit.follow(before);
        }
        return remit.send(
                wish.orElseThrow(),
                yes ? Optional.empty() : Optional.of(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    private Remit.Wish wish() {
        Long member = toMember;
        String account = toAccount;
        Long won = amountWon;
        if ((member == null) == (account == null)) {
            throw CommandFailure.refused("remit.oneTarget");
        }
        if (won == null) {
            throw CommandFailure.refused("remit.amountMissing");
        }
        Payee payee = member == null ? Payee.Account.parse(String.valueOf(account)) : new Payee.Member(member);
        return new Remit.Wish(payee, won, memo);
    }
}
