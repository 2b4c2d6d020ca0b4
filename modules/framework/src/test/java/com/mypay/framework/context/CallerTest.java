package com.mypay.framework.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mypay.framework.value.MemberId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @Test
    void isWrittenAsKindAndId() {
        assertThat(Caller.parse("member/1001", Set.of())).isEqualTo(Caller.member(new MemberId(1001)));
        assertThat(Caller.parse("staff/kim", Set.of("operator"))).isEqualTo(Caller.staff("kim", "operator"));
        assertThat(Caller.parse("service/money", Set.of("operator")).roles()).isEmpty();
        assertThat(Caller.member(new MemberId(1001))).hasToString("member/1001");
        assertThat(Caller.ANONYMOUS).hasToString("anonymous");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "member",
                "member/",
                "member/abc",
                "member/0",
                "king/1",
                "staff/a b",
                "staff/한글",
                "/1",
                "anonymous/somebody"
            })
    void otherFormsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Caller.parse(text, Set.of()));
    }

    @Test
    void aMemberActsForItselfOnly() {
        MemberId self = new MemberId(1001);
        MemberId other = new MemberId(1002);
        assertThat(Caller.member(self).mayActFor(self)).isTrue();
        assertThat(Caller.member(self).mayActFor(other)).isFalse();
        assertThat(Caller.franchise(self).mayActFor(other)).isFalse();
        assertThat(Caller.staff("kim").mayActFor(other)).isTrue();
        assertThat(Caller.service("money").mayActFor(other)).isTrue();
        assertThat(Caller.ANONYMOUS.mayActFor(self)).isFalse();
    }

    @Test
    void aGuidIsAlsoAWellFormedTraceId() {
        assertThat(Guid.isWellFormed("0".repeat(32))).isFalse();
        assertThat(Guid.isWellFormed("A".repeat(32))).isFalse();
        assertThat(Guid.isWellFormed("a".repeat(31))).isFalse();
        assertThat(Guid.isWellFormed("a".repeat(32))).isTrue();
    }

    @Test
    void aContextWithinAContextIsPutBack() {
        CallContext outer = new CallContext(new Guid("a".repeat(32)), 0, Caller.ANONYMOUS, "outer");
        CallContext inner = new CallContext(new Guid("b".repeat(32)), 1, Caller.ANONYMOUS, "inner");

        outer.run(() -> {
            inner.run(() -> assertThat(CallContext.current()).isEqualTo(inner));
            assertThat(CallContext.current()).isEqualTo(outer);
        });
        assertThat(CallContext.currentOrNull()).isNull();
    }
}
