package com.mypay.banksimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.banksimulator.BankCalls.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money is conserved and moved once, whatever callers and banks do. */
class ConservationIT {
    private static final int ACCOUNTS = 20;
    private static final long ENDOWMENT_WON = 100_000;
    private static final String[] BANKS = {"088", "004", "020"};
    private static final String[] BEHAVIOURS = {
        "{\"mode\":\"SILENT\",\"probabilityPercent\":20,\"delayMillis\":1,\"seed\":%d}",
        "{\"mode\":\"LATE\",\"probabilityPercent\":20,\"delayMillis\":5,\"seed\":%d}",
        "{\"mode\":\"TWICE\",\"probabilityPercent\":50,\"seed\":%d}"
    };

    @TempDir
    private Path directory;

    private BankSimulator simulator;
    private BankCalls banks;

    @BeforeEach
    void start() throws IOException, SQLException {
        simulator = BankSimulator.start(new Arguments(directory, 0, Optional.empty()));
        banks = new BankCalls(simulator.port());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void parallelCallsWithOneTransactionIdAreOneExecution()
            throws IOException, InterruptedException, ExecutionException {
        banks.openHanaAndDul();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            String id = "t" + i / 8;
            calls.add(callers.submit(() -> banks.transfer(id, 100)));
        }
        Map<String, Answer> answers = new HashMap<>();
        for (int i = 0; i < 80; i++) {
            Answer answer = calls.get(i).get();
            assertThat(answer.result()).isEqualTo("COMPLETED");
            assertThat(answers.computeIfAbsent("t" + i / 8, id -> answer)).isEqualTo(answer);
        }
        callers.shutdown();

        assertThat(banks.balance("088", "110123456789")).isEqualTo(100_000 - 10 * 100);
        assertThat(banks.bill().getInt("calls")).isEqualTo(80);
        assertThat(banks.bill().getInt("executions")).isEqualTo(10);
    }

    @Test
    void randomMixOfTransfersAndMisbehaviourConservesMoneyAndAgreesWithTheCallersCount()
            throws IOException, InterruptedException, ExecutionException {
        long seed = 20111205;
        for (int i = 0; i < ACCOUNTS; i++) {
            banks.open(bank(i), account(i), "홍길동", ENDOWMENT_WON);
        }
        for (int i = 0; i < BANKS.length; i++) {
            banks.put("/sim/banks/" + BANKS[i] + "/behaviour", BEHAVIOURS[i].formatted(seed));
        }
        ExecutorService callers = Executors.newFixedThreadPool(4);
        Map<String, long[]> instructions = new ConcurrentHashMap<>();
        List<Future<?>> runs = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            Random random = new Random(seed + caller);
            String prefix = "c" + caller + "-";
            runs.add(callers.submit(() -> {
                for (int i = 0; i < 150; i++) {
                    call(random, prefix + i, instructions);
                }
                return null;
            }));
        }
        JsonObject meanwhile = banks.audit();
        for (Future<?> run : runs) {
            run.get();
        }
        callers.shutdown();

        assertThat(meanwhile.getBoolean("conserved")).as(meanwhile.toString()).isTrue();
        JsonObject audit = banks.audit();
        assertThat(audit.getBoolean("conserved")).as(audit.toString()).isTrue();
        assertThat(audit.getJsonNumber("balanceWon").longValueExact()).isEqualTo(ACCOUNTS * ENDOWMENT_WON);
        assertThat(audit.getInt("transfersInProgress")).isZero();
        assertThat(audit.getInt("transfersCompleted")).isGreaterThan(100);
        assertThat(audit.getInt("transfersRefused")).isGreaterThan(10);
        assertThat(balances()).isEqualTo(balancesByInquiry(instructions));
    }

    private void call(Random random, String id, Map<String, long[]> instructions) throws IOException {
        int from = random.nextInt(ACCOUNTS);
        int to = (from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        long amountWon = 1L + random.nextInt(60_000);
        instructions.put(id, new long[] {from, to, amountWon});
        String body =
                BankCalls.transferBody(id, Long.toString(amountWon), bank(from), account(from), bank(to), account(to));
        for (int calls = 1 + random.nextInt(2); calls > 0; calls--) {
            try {
                assertThat(banks.post("/banks/" + bank(from) + "/transfers", body)
                                .status())
                        .isEqualTo(200);
            } catch (IOException e) {
                // The silent bank's: what became of it is asked for at the end.
                assertThat(bank(from)).isEqualTo("088");
            }
        }
    }

    private Map<String, Long> balances() throws IOException {
        Map<String, Long> balances = new HashMap<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            balances.put(account(i), banks.balance(bank(i), account(i)));
        }
        return balances;
    }

    private Map<String, Long> balancesByInquiry(Map<String, long[]> instructions) throws IOException {
        Map<String, Long> balances = new HashMap<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            balances.put(account(i), ENDOWMENT_WON);
        }
        for (Map.Entry<String, long[]> one : instructions.entrySet()) {
            int from = (int) one.getValue()[0];
            int to = (int) one.getValue()[1];
            String result = banks.get("/banks/" + bank(from) + "/transfers/2011-12-05/" + one.getKey())
                    .result();
            assertThat(result).isIn("COMPLETED", "REFUSED");
            if (result.equals("COMPLETED")) {
                balances.merge(account(from), -one.getValue()[2], Long::sum);
                balances.merge(account(to), one.getValue()[2], Long::sum);
            }
        }
        return balances;
    }

    private static String bank(int account) {
        return BANKS[account % BANKS.length];
    }

    private static String account(int account) {
        return "70000000" + (1000 + account);
    }
}
