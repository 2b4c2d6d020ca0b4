package com.mypay.framework.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.edge.Exchange.Edge;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documentation's example of an installation's own step: it is this class, and it does what is said of it. */
class BranchCallsTest {

    private static final Path HERE = Path.of("src/test/java/com/mypay/framework/edge/BranchCalls.java");
    private static final Path DOCUMENTATION = Path.of("..", "ARCHITECTURE.md");

    private final BranchCalls branches = new BranchCalls();

    private static Exchange exchange(Direction direction, Edge edge, Caller caller) {
        return new Exchange(direction, edge, "somebody", "POST /com/v1/charge/money")
                .within(new CallContext(new Guid("a".repeat(32)), 0, caller, "test"));
    }

    private static Exchange fromMember() {
        return exchange(Direction.IN, Edge.REST, Caller.member(new MemberId(1001)));
    }

    @Test
    void theDocumentationShowsItAsItIs() throws IOException {
        String whole = Files.readString(HERE);
        String shown = whole.substring(whole.indexOf("@ApplicationScoped"));
        assertThat(Files.readString(DOCUMENTATION)).contains("```java\n" + shown + "```\n");
    }

    @Test
    void aCallWithoutABranchIsRefused() {
        assertThatThrownBy(() -> branches.before(fromMember())).isInstanceOf(RejectedException.class);
        Exchange said = fromMember();
        said.requestHeaders().put("X-Branch", "7");
        branches.before(said);
        branches.before(exchange(Direction.IN, Edge.REST, Caller.service("payment")));
    }

    /** What isn't a call of somebody from outside passes, and is counted all the same. */
    @ParameterizedTest
    @CsvSource({"OUT,REST,200", "OUT,BANK,504", "IN,AMQP,DONE", "OUT,AMQP,FAILED", "IN,BATCH,COMPLETED"})
    void everyEdgeIsSeen(Direction direction, Edge edge, String status) {
        EdgeChain chain = new EdgeChain(List.of(branches));
        Exchange exchange = exchange(direction, edge, Caller.member(new MemberId(1001)));
        chain.before(exchange);
        chain.after(exchange.status(status));
        assertThat(branches.ended()).containsOnlyKeys(edge + " " + direction + " " + status);
    }

    /** A step that only notes when it is called. */
    private record Noting(String name, int order, List<String> notes) implements EdgeFilter {
        @Override
        public void before(Exchange exchange) {
            notes.add(name + " before");
        }

        @Override
        public void after(Exchange exchange) {
            notes.add(name + " after");
        }
    }

    @Test
    void theLowestIsFirstOnTheWayInAndLastOnTheWayOut() {
        List<String> notes = new ArrayList<>();
        EdgeChain chain = new EdgeChain(List.of(
                new Noting("own", EdgeFilter.USUAL, notes),
                new Noting("image", EdgeFilter.IMAGE_LOG, notes),
                new Noting("spans", EdgeFilter.SPANS, notes)));
        Exchange exchange = fromMember();
        chain.before(exchange);
        chain.after(exchange);
        assertThat(notes.stream().collect(Collectors.joining(", ")))
                .isEqualTo("image before, spans before, own before, own after, spans after, image after");
    }

    @Test
    void whatAStepKeepsItFindsAgain() {
        Exchange exchange = fromMember();
        assertThat(exchange.kept(String.class)).isEmpty();
        exchange.keep(String.class, "branch 7");
        assertThat(exchange.kept(String.class)).contains("branch 7");
    }
}
