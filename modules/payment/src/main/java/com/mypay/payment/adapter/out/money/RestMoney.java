package com.mypay.payment.adapter.out.money;

import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.payment.adapter.out.money.MoneyClient.Decrease;
import com.mypay.payment.adapter.out.money.MoneyClient.Increase;
import com.mypay.payment.application.port.Money;
import com.mypay.payment.domain.PaymentId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** {@link Money} over REST. */
@ApplicationScoped
public class RestMoney implements Money {

    private final MoneyClient client;

    @Inject
    public RestMoney(@RestClient MoneyClient client) {
        this.client = client;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RestMoney() {
        this(null);
    }

    @Override
    public Decreased decrease(RequestId requestId, MemberId member, Won amount, PaymentId payment) {
        try {
            Decrease body = new Decrease(member.value(), amount.value(), "PAYMENT", payment.value(), "PAYMENT");
            MoneyClient.Decreased answer = RemoteCalls.call("money", () -> client.decrease(requestId.value(), body));
            return new Decreased(Won.won(answer.balanceWon()), Won.won(answer.toppedUpWon()));
        } catch (RemoteRefusalException e) {
            throw MoneyRefusals.ofDecrease(e);
        }
    }

    @Override
    public void increase(RequestId requestId, MemberId member, Won amount, PaymentId cancellation) {
        try {
            Increase body = new Increase(member.value(), amount.value(), "PAYMENT_CANCELLATION", cancellation.value());
            RemoteCalls.call("money", () -> client.increase(requestId.value(), body));
        } catch (RemoteRefusalException e) {
            throw MoneyRefusals.ofIncrease(e);
        }
    }
}
