package com.mypay.framework.persistence;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.log.Log;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Names the database session after the business transaction, so that a DBA sees the GUID beside the statement
 * ({@code V$SESSION.CLIENT_IDENTIFIER} and {@code ACTION} on Oracle). Costs no round trip: the driver sends it along
 * with the next statement.
 */
@ApplicationScoped
public class DatabaseSession {

    private static final Log LOG = Log.of(DatabaseSession.class);
    private static final int MAX_ACTION_LENGTH = 32;

    @Resource(lookup = "java:comp/env/jdbc/service")
    private DataSource dataSource;

    public void nameAfterCurrentCall() {
        CallContext context = CallContext.currentOrNull();
        if (context == null) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setClientInfo("OCSID.CLIENTID", context.guid().value());
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
