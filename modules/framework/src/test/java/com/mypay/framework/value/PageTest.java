package com.mypay.framework.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void aCursorLeadsToTheRowsAfterThePage() {
        PageRequest first = PageRequest.of(null, 2);
        Page<String> page = Page.of(List.of("a", "b", "c"), first, key -> key);

        assertThat(first.rowsToRead()).isEqualTo(3);
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(PageRequest.of(page.nextCursor(), 2).after()).isEqualTo("b");
        assertThat(Page.of(List.of("c"), first, key -> key).nextCursor()).isNull();
    }

    @Test
    void theLimitHasLimits() {
        assertThat(PageRequest.of(null, null).limit()).isEqualTo(PageRequest.DEFAULT_LIMIT);
        assertThat(PageRequest.of(null, 0).limit()).isOne();
        assertThat(PageRequest.of(null, 1_000_000).limit()).isEqualTo(PageRequest.MAX_LIMIT);
    }

    @Test
    void aForeignCursorIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.of("%%%", 10));
        assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.of("a".repeat(401), 10));
    }

    @Test
    void aCursorThatHoldsNoKeyOfTheQueryIsRefused() {
        assertThat(new PageRequest("", 10).afterAs(Long::parseLong)).isEmpty();
        assertThat(new PageRequest("17", 10).afterAs(Long::parseLong)).contains(17L);
        List<Function<String, Object>> readers =
                List.of(Long::parseLong, LocalDate::parse, text -> text.substring(0, text.indexOf(':')));
        for (Function<String, Object> reader : readers) {
            assertThatThrownBy(() -> new PageRequest("seventeen", 10).afterAs(reader))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            refused -> assertThat(refused.problem()).isEqualTo(CommonProblem.CURSOR_INVALID));
        }
    }

    @Test
    void requestIdsHaveAForm() {
        assertThat(RequestId.isWellFormed("a-1_b:2.c")).isTrue();
        assertThat(RequestId.isWellFormed("")).isFalse();
        assertThat(RequestId.isWellFormed("a".repeat(65))).isFalse();
        assertThat(RequestId.isWellFormed("a b")).isFalse();
        assertThat(RequestId.isWellFormed("한")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestId("a\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> new MemberId(0));
    }
}
