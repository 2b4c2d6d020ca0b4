package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import com.mypay.systemtests.kit.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code mypay doctor} finds the row that somebody has spoilt behind the services' backs. */
@ExtendWith(SharedInstallation.class)
class DoctorIT {

    private static final int FAILED = 1;

    private final RunningInstallation mypay;

    DoctorIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    @Test
    void namesTheRowThatBreaksAnInvariantUntilItIsMended() {
        Member member = mypay.people().aMember().withMoney(30_000).signedUp();
        assertThat(mypay.command("doctor").exits(0).lines())
                .as("its report and nothing else")
                .allMatch(line -> line.matches("I[0-9]+ .*|  ok .*|All [0-9]+ checks hold\\."));

        addToPostingOf(member, 1);
        try {
            assertThat(mypay.command("doctor").exits(FAILED).lines())
                    .anyMatch(line -> line.contains("BROKEN  money: the postings of each entry add up to 0")
                            && line.matches(".*: entry [0-9a-f]{32} adds up to 1 won in 2 postings"))
                    .anyMatch(line -> line.contains("BROKEN  money: balance = sum of postings")
                            && line.endsWith(": member " + member.id()
                                    + " has 30000 won after 1 changings, its postings 30001 won in 1"))
                    .last()
                    .asString()
                    .matches("[0-9]+ of [0-9]+ checks are broken\\.");
        } finally {
            addToPostingOf(member, -1);
        }
        mypay.command("doctor").exits(0);
    }

    private void addToPostingOf(Member member, long won) {
        assertThat(Sql.ofAdministrator(mypay, "money")
                        .execute(
                                "UPDATE POSTING SET AMOUNT_WON = AMOUNT_WON + ? WHERE MEMBER_ID = ?", won, member.id()))
                .isOne();
    }
}
