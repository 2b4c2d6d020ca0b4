package com.mypay.framework.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.edge.Body;
import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.edge.Exchange.Edge;
import com.mypay.framework.log.ErrorLog;
import com.mypay.framework.log.Log;
import com.mypay.framework.messaging.QueueLog.Claim;
import com.mypay.framework.problem.Problem.Kind;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.telemetry.Spans;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.TransactionEnd;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import jakarta.resource.spi.RetryableUnavailableException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every consumer does around its own work: reads the envelope, sets the call context, keeps {@code QUEUE_LOG}. */
@ApplicationScoped
public class Inbox {

    /** Longer than a message's work may take with all its time-outs. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final String FAILED = "FAILED";
    private static final Log LOG = Log.of(Inbox.class);

    private final QueueLog queueLog;
    private final Transactions transactions;
    private final ServiceName service;
    private final Ids ids;

    /** The ids of the messages that this server is processing now. */
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    @Inject
    public Inbox(QueueLog queueLog, Transactions transactions, ServiceName service, Ids ids) {
        this.queueLog = queueLog;
        this.transactions = transactions;
        this.service = service;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Inbox() {
        this(null, null, null, null);
    }

    void receiveInTransaction(Message delivery, Consumer<IncomingMessage> work) {
        IncomingMessage message = read(delivery);
        Exchange exchange = exchange(message, delivery);
        // The container commits when this has returned, and only that says whether it is done
        BooleanSupplier endsWithTransaction = () -> transactions.onCompletion(end -> tell(message, exchange, end));
        within(message, exchange, endsWithTransaction, () -> {
            Claim claim = queueLog.claimDone(message);
            if (claim == Claim.TAKEN) {
                handle(message, work);
            }
            return claim;
        });
    }

    private static void tell(IncomingMessage message, Exchange exchange, TransactionEnd end) {
        switch (end) {
            case COMMITTED -> {}
            case ROLLED_BACK -> exchange.status(FAILED);
            case UNKNOWN -> exchange.status(Exchange.NO_ANSWER);
        }
        message.context().run(() -> EdgeChain.current().after(exchange));
    }

    /**
     * A server that has come back, or whose database has, goes on at once with what it was at: a lease under its own name
     * protects from others only. What it is at now it knows itself.
     */
    void receiveWithLease(Message delivery, Consumer<IncomingMessage> work) {
        IncomingMessage message = read(delivery);
        within(message, exchange(message, delivery), () -> false, () -> {
            if (!inHand.add(message.id())) {
                throw heldByOther(message);
            }
            try {
                return takeAndHandle(message, work);
            } finally {
                inHand.remove(message.id());
            }
        });
    }

    private static Exchange exchange(IncomingMessage message, Message delivery) {
        Exchange exchange = new Exchange(Direction.IN, Edge.AMQP, message.queue(), message.type())
                .within(message.context())
                .request(Body.of(message.payload().getBytes(UTF_8), true))
                .status(FAILED);
        exchange.requestHeaders().put("mypay_message_id", message.id());
        String traceparent = property(delivery, Spans.HEADER);
        if (!traceparent.isEmpty()) {
            exchange.requestHeaders().put(Spans.HEADER, traceparent);
        }
        String sentGuid = sentGuid(delivery);
        if (!sentGuid.equals(message.context().guid().value())) {
            // Replaced, because it has another form; both are kept
            exchange.sentGuid(sentGuid);
        }
        return exchange;
    }

    /** @param endsLater whether the exchange's end will be told elsewhere, and not right after the work */
    private static void within(
            IncomingMessage message, Exchange exchange, BooleanSupplier endsLater, Supplier<Claim> work) {
        message.context().run(() -> {
            boolean isEndTold = false;
            try {
                EdgeChain.current().before(exchange);
                isEndTold = endsLater.getAsBoolean();
                exchange.status(work.get() == Claim.TAKEN ? "DONE" : "DUPLICATE");
            } finally {
                if (!isEndTold) {
                    EdgeChain.current().after(exchange);
                }
            }
        });
    }

    private Claim takeAndHandle(IncomingMessage message, Consumer<IncomingMessage> work) {
        Claim claim = transactions.inTransaction(() -> queueLog.claimProcessing(message, service.node(), LEASE));
        if (claim == Claim.HELD_BY_OTHER) {
            throw heldByOther(message);
        }
        if (claim == Claim.TAKEN) {
            handleWithLease(message, work);
        }
        return claim;
    }

    /**
     * The lease of a server that died lasts longer than the broker's attempts: this one must not count, or the message
     * would be a dead letter before anybody may take it. The resource adapter knows it by its cause.
     */
    private static UnavailableException heldByOther(IncomingMessage message) {
        String text = "message " + message.id() + " is being processed elsewhere";
        return new UnavailableException(text, new RetryableUnavailableException(text));
    }

    private void handleWithLease(IncomingMessage message, Consumer<IncomingMessage> work) {
        try {
            handle(message, work);
        } catch (RuntimeException e) {
            transactions.inTransaction(() -> queueLog.release(message.id(), String.valueOf(e.getMessage())));
            throw e;
        }
        transactions.inTransaction(() -> queueLog.close(message.id(), true, null));
    }

    private static void handle(IncomingMessage message, Consumer<IncomingMessage> work) {
        try {
            work.accept(message);
        } catch (RuntimeException e) {
            LOG.warning("message {0} ({1}) from {2} failed: {3}", message.id(), message.type(), message.queue(), e);
            ErrorLog.write("MESSAGE_FAILED", kindOf(e).name(), 0, message.type() + ": " + ErrorLog.messageOf(e), e);
            throw e;
        }
    }

    private static Kind kindOf(RuntimeException failure) {
        if (failure instanceof RejectedException rejected) {
            return rejected.problem().kind();
        }
        if (failure instanceof UnavailableException) {
            return Kind.UNAVAILABLE;
        }
        return failure instanceof UnknownOutcomeException ? Kind.UNKNOWN : Kind.BUG;
    }

    private IncomingMessage read(Message delivery) {
        try {
            if (!(delivery instanceof TextMessage text) || text.getText() == null) {
                throw new IllegalArgumentException("not a text message");
            }
            String id = required(delivery, "mypay_message_id");
            String type = delivery.getJMSType();
            String guid = sentGuid(delivery);
            int hop = delivery.propertyExists("mypay_hop") ? delivery.getIntProperty("mypay_hop") : 0;
            String queue = queueOf(delivery);
            CallContext context = new CallContext(
                    Guid.isWellFormed(guid) ? new Guid(guid) : Guid.issuedBy(ids),
                    Math.min(Math.max(hop, 0), CallContext.MAX_HOPS - 1) + 1,
                    Caller.service(service.name()),
                    queue);
            return new IncomingMessage(id, queue, type == null ? "unknown" : type, text.getText(), context);
        } catch (JMSException e) {
            throw new IllegalStateException("the message's envelope can't be read", e);
        }
    }

    private static String sentGuid(Message delivery) {
        return property(delivery, "mypay_guid");
    }

    /** Empty if there is none. */
    private static String property(Message delivery, String name) {
        try {
            return Objects.requireNonNullElse(delivery.getStringProperty(name), "");
        } catch (JMSException e) {
            throw new IllegalStateException("the message's envelope can't be read", e);
        }
    }

    /** Of a queue behind a fan-out address ({@code address::queue}) the queue. */
    private static String queueOf(Message delivery) throws JMSException {
        if (!(delivery.getJMSDestination() instanceof Queue queue)) {
            return "unknown";
        }
        String name = queue.getQueueName();
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private static String required(Message delivery, String property) throws JMSException {
        @Nullable String value = delivery.getStringProperty(property);
        if (value == null || value.isEmpty() || value.length() > 64) {
            throw new IllegalArgumentException("the message lacks the property " + property);
        }
        return value;
    }
}
