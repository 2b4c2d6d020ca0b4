package com.mypay.systemtests.amqp.beans;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** {@code GET /connect?dataSource=…}: which database answers, or what the driver says of one that doesn't. */
@WebServlet("/connect")
public class ConnectServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** By its name, and not as a resource: a server without a database has to start all the same. */
    @Override
    @SuppressWarnings("BanJNDI") // the test names one of its own data sources
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            DataSource dataSource = InitialContext.doLookup(request.getParameter("dataSource"));
            try (Connection connection = dataSource.getConnection()) {
                response.getWriter().print(connection.getMetaData().getDatabaseProductVersion());
            }
        } catch (SQLException | NamingException e) {
            response.getWriter().print(e.getMessage());
        }
    }
}
