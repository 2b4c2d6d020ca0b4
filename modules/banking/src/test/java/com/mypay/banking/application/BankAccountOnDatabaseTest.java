package com.mypay.banking.application;

import static com.mypay.banking.application.BankingHouse.MEMBER;
import static com.mypay.banking.application.BankingHouse.OF_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.banking.application.VerifyBankAccount.Answer;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

class BankAccountOnDatabaseTest extends BankAccountTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("BANKING");

    private static final int THREADS = 8;

    @Override
    BankingHouse newHouse() {
        DATABASE.reset();
        return BankingHouse.on(DATABASE);
    }

    /** The races between its reads are narrow: some rounds. */
    @RepeatedTest(20)
    void oneVerificationThatComesManyTimesAtOnceHasOneAnswer() {
        String accountId = house.register(MEMBER, OF_MEMBER).accountId();
        String code = house.lastCode();
        RequestId id = house.nextRequestId();

        List<Answer> answers = call.atOnce(THREADS, () -> verify(id, code));

        assertThat(answers).hasSize(THREADS).containsOnly(new Answer(accountId, "VERIFIED"));
        assertThat(history(accountId)).hasSize(2);
    }
}
