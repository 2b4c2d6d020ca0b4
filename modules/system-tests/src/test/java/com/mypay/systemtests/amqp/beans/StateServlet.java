package com.mypay.systemtests.amqp.beans;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** {@code GET /state?queue=…&attribute=Connected}: what a health check in a WAR can know about its consumers. */
@WebServlet("/state")
public class StateServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Object value = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(
                            new ObjectName("com.mypay:type=AmqpEndpoint,destination=" + request.getParameter("queue")),
                            request.getParameter("attribute"));
            response.getWriter().print(value);
        } catch (JMException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, e.toString());
        }
    }
}
