package com.mypay.framework.persistence;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.log.Log;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Names the database session after the business transaction, so that a DBA sees the GUID beside the statement
 * ({@code V$SESSION.CLIENT_IDENTIFIER}, {@code MODULE} and {@code ACTION} on Oracle). Costs no round trip: the driver sends it along
 * with the next statement.
 */
@ApplicationScoped
public class DatabaseSession {

    private static final Log LOG = Log.of(DatabaseSession.class);
    private static final int MAX_ACTION_LENGTH = 32;

    private final ServiceName service;

    @Resource(lookup = "java:comp/env/jdbc/service")
    private DataSource dataSource;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DatabaseSession(ServiceName service) {
        this.service = service;
    }

    public DatabaseSession(ServiceName service, DataSource dataSource) {
        this.service = service;
        this.dataSource = dataSource;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DatabaseSession() {
        this(null);
    }

    public void nameAfterCurrentCall() {
        CallContext context = CallContext.currentOrNull();
        if (context == null) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setClientInfo("OCSID.CLIENTID", context.guid().value());
            connection.setClientInfo("OCSID.MODULE", service.name());
            String operation = context.operation();
            connection.setClientInfo(
                    "OCSID.ACTION", operation.substring(Math.max(0, operation.length() - MAX_ACTION_LENGTH)));
        } catch (SQLClientInfoException e) {
            LOG.debug("the database session can't be named: {0}", e.getMessage());
        } catch (SQLException e) {
            throw new JdbcException("naming the database session", e);
        }
    }
}
