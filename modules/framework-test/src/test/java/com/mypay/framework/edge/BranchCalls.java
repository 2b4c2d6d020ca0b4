package com.mypay.framework.edge;

import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.edge.Exchange.Edge;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

@ApplicationScoped
public class BranchCalls implements EdgeFilter {

    private final Map<String, LongAdder> ended = new ConcurrentHashMap<>();

    @Override
    public int order() {
        return USUAL + 10;
    }

    @Override
    public void before(Exchange exchange) {
        boolean call = exchange.direction() == Direction.IN && exchange.edge() == Edge.REST;
        if (call && !exchange.isByService() && !exchange.requestHeaders().containsKey("X-Branch")) {
            throw new RejectedException(CommonProblem.NOT_PERMITTED, "no branch");
        }
    }

    @Override
    public void after(Exchange exchange) {
        String kind = exchange.edge() + " " + exchange.direction() + " " + exchange.status();
        ended.computeIfAbsent(kind, any -> new LongAdder()).increment();
    }

    /** {@code REST IN 201}, {@code AMQP IN DONE}, {@code BATCH IN COMPLETED} …, how often. */
    public Map<String, LongAdder> ended() {
        return ended;
    }
}
