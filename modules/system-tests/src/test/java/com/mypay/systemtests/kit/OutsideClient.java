package com.mypay.systemtests.kit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.DeliveryState;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.SenderOptions;
import org.apache.qpid.protonj2.client.Tracker;
import org.apache.qpid.protonj2.client.exceptions.ClientConnectionSecurityException;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.apache.qpid.protonj2.client.exceptions.ClientLinkRemotelyClosedException;

/**
 * Somebody at the broker who isn't ours: AMQP 1.0 by another library than the services and the broker use, plain
 * properties instead of JMS. Has the account of a service, as a thief or a company's own program would.
 */
public final class OutsideClient implements AutoCloseable {

    private static final long LONGEST_SECONDS = 15;
    private static final String QUEUE = "queue";

    private final Client client;
    private final Connection connection;

    private OutsideClient(Client client, Connection connection) {
        this.client = client;
        this.connection = connection;
    }

    /** How the broker took something. */
    public enum Taken {
        ACCEPTED,
        /** The broker looked at the message and didn't want it. */
        REJECTED,
        /** This account may not do that here, or there is no such place. */
        REFUSED
    }

    public static OutsideClient as(RunningInstallation mypay, String account) {
        Client client = Client.create();
        try {
            Connection connection = client.connect(
                    "127.0.0.1",
                    mypay.brokerPort(),
                    new ConnectionOptions().user(account).password(mypay.secret("broker." + account)));
            connection.openFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return new OutsideClient(client, connection);
        } catch (ClientException | ExecutionException | TimeoutException e) {
            client.close();
            throw new IllegalStateException("no connection as " + account, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return whether the broker lets somebody in who doesn't know the account's password */
    public static boolean getsInWithPassword(RunningInstallation mypay, String account, String password) {
        try (Client client = Client.create();
                Connection connection = client.connect(
                        "127.0.0.1",
                        mypay.brokerPort(),
                        new ConnectionOptions().user(account).password(password).reconnectEnabled(false))) {
            connection.openFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClientConnectionSecurityException) {
                return false;
            }
            throw new IllegalStateException(e);
        } catch (ClientException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sends a durable message.
     *
     * @param type which contract it says it follows
     * @param body text becomes an AMQP string, bytes become binary data
     */
    public Taken send(String address, String messageId, String type, Object body) {
        SenderOptions options = new SenderOptions();
        options.targetOptions().capabilities(QUEUE);
        try (Sender sender = connection.openSender(address, options)) {
            sender.openFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            Message<Object> message =
                    Message.create(body).durable(true).subject(type).property("mypay_message_id", messageId);
            Tracker tracker = sender.send(message);
            tracker.settlementFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return tracker.remoteState().getType() == DeliveryState.Type.ACCEPTED ? Taken.ACCEPTED : Taken.REJECTED;
        } catch (ClientLinkRemotelyClosedException e) {
            return Taken.REFUSED;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClientLinkRemotelyClosedException) {
                return Taken.REFUSED;
            }
            throw new IllegalStateException(address, e);
        } catch (ClientException | TimeoutException e) {
            throw new IllegalStateException(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether it may read there. It takes nothing. */
    public boolean mayRead(String queue) {
        ReceiverOptions options = new ReceiverOptions().creditWindow(0);
        options.sourceOptions().capabilities(QUEUE);
        try (Receiver receiver = connection.openReceiver(queue, options)) {
            receiver.openFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ClientLinkRemotelyClosedException) {
                return false;
            }
            throw new IllegalStateException(queue, e);
        } catch (ClientException | TimeoutException e) {
            throw new IllegalStateException(queue, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        connection.close();
        client.close();
    }
}
