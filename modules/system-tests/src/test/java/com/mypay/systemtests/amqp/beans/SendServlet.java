package com.mypay.systemtests.amqp.beans;

import jakarta.annotation.Resource;
import jakarta.jms.CompletionListener;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code POST /send?queue=…&text=…&id=…}: sends through the server's connection factory, as a relay would. */
@WebServlet("/send")
public class SendServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "amqp/connectionFactory/money")
    private ConnectionFactory connections;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CompletableFuture<String> confirmed = new CompletableFuture<>();
        try (JMSContext context = connections.createContext()) {
            context.createProducer()
                    .setAsync(new Confirmation(confirmed))
                    .setProperty("mypay_message_id", request.getParameter("id"))
                    .send(context.createQueue(request.getParameter("queue")), request.getParameter("text"));
            response.getWriter().print(confirmed.get(10, TimeUnit.SECONDS));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, e.toString());
        }
    }

    private record Confirmation(CompletableFuture<String> confirmed) implements CompletionListener {
        @Override
        public void onCompletion(Message message) {
            confirmed.complete("stored");
        }

        @Override
        public void onException(Message message, Exception exception) {
            confirmed.completeExceptionally(exception);
        }
    }
}
