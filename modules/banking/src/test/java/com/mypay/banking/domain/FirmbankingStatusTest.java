package com.mypay.banking.domain;

import static com.mypay.banking.domain.FirmbankingStatus.COMPLETED;
import static com.mypay.banking.domain.FirmbankingStatus.REFUSED;
import static com.mypay.banking.domain.FirmbankingStatus.REQUESTED;
import static com.mypay.banking.domain.FirmbankingStatus.SENT;
import static com.mypay.banking.domain.FirmbankingStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirmbankingStatusTest {

    @Test
    void theseStepsAndNoOthersAreLegal() {
        assertThat(next(REQUESTED)).containsExactly(SENT);
        assertThat(next(SENT)).containsExactly(COMPLETED, REFUSED, UNKNOWN);
        assertThat(next(UNKNOWN)).containsExactly(COMPLETED, REFUSED);
        assertThat(next(COMPLETED)).isEmpty();
        assertThat(next(REFUSED)).isEmpty();
    }

    @Test
    void completedAndRefusedAreFinal() {
        assertThat(Arrays.stream(FirmbankingStatus.values()).filter(FirmbankingStatus::isFinal))
                .containsExactly(COMPLETED, REFUSED);
    }

    private static List<FirmbankingStatus> next(FirmbankingStatus status) {
        return Arrays.stream(FirmbankingStatus.values())
                .filter(status::mayBecome)
                .toList();
    }
}
