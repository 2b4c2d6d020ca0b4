package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.Command;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code mypay remit}, as a person or a script runs it. */
@ExtendWith(SharedInstallation.class)
class RemitCommandIT {

    private static final int SUCCEEDED = 0;
    private static final int REFUSED = 2;
    private static final int FAILED = 8;
    private static final Pattern ACCEPTED = Pattern.compile("remittance ([0-9a-f]{32})");

    private final RunningInstallation mypay;
    private final People people;

    RemitCommandIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
    }

    @Test
    void sendsToAnAccountAndTellsEachStepUntilTheEnd() {
        Member sender = people.aMember().withMoney(5_000).signedUp();
        Banks.Account payee = mypay.banks().open("090", "김밖에", 0);

        Command.Result sent = remit(
                        sender, "--to-account", payee.bankCode() + ":" + payee.number(), "--amount", "20000", "--yes")
                .exits(SUCCEEDED);

        assertThat(sent.output())
                .contains("To       김밖에, ")
                .contains("20,000 won + fee 500 won = 20,500 won")
                .containsSubsequence(
                        "accepted",
                        "money is asked to set it aside",
                        "the linked account is charged",
                        "the bank is told to pay",
                        "the bank has paid",
                        "succeeded",
                        "Succeeded: 김밖에 has 20,000 won")
                .doesNotContain(payee.number());
        assertThat(mypay.banks().balanceWon(payee)).isEqualTo(20_000);
        Matcher id = ACCEPTED.matcher(sent.output());
        assertThat(id.find()).isTrue();
        assertThat(remit(sender, "--follow", id.group(1)).exits(SUCCEEDED).output())
                .contains("Succeeded: 김밖에 has 20,000 won");
    }

    @Test
    void saysWhyItFailedAndThatNothingIsLost() {
        Member sender = people.aMember().signedUp();
        Member payee = people.aMember().signedUp();

        Command.Result failed = remit(sender, "--to-member", Long.toString(payee.id()), "--amount", "20000", "--yes")
                .exits(FAILED);

        assertThat(failed.output()).contains("(NO_LINKED_ACCOUNT) The sender has the money.");
    }

    @Test
    void sendsNothingThatIsNotConfirmedOrRefused() {
        Member sender = people.aMember().withMoney(30_000).signedUp();
        Member payee = people.aMember().signedUp();
        String to = Long.toString(payee.id());

        assertThat(remit(sender, "--to-member", to, "--amount", "20000")
                        .exits(REFUSED)
                        .output())
                .contains("Send it? [y/N]")
                .contains("Not confirmed: nothing was sent.");
        assertThat(remit(sender, "--to-member", "999999999999", "--amount", "1", "--yes")
                        .exits(REFUSED)
                        .output())
                .contains("(PAYEE_NOT_FOUND)");
        assertThat(remit(sender, "--to-member", to, "--amount", "2000001", "--yes")
                        .exits(REFUSED)
                        .output())
                .contains("(LIMIT_PER_CALL)");
        assertThat(remit(sender, "--to-member", to).exits(REFUSED).output()).contains("How much? Give --amount.");
        assertThat(people.balanceWon(sender.id())).isEqualTo(30_000);
    }

    private Command.Result remit(Member sender, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "remit";
        all[1] = "--from";
        all[2] = Long.toString(sender.id());
        System.arraycopy(words, 0, all, 3, words.length);
        return mypay.command(all);
    }
}
