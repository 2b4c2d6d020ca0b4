package com.mypay.framework.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLClientInfoException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DatabaseSessionTest {

    private static final String GUID = "01234567890123456789012345678901";

    private final Map<String, String> info = new TreeMap<>();
    private boolean refuses;

    private final DatabaseSession session = new DatabaseSession(
            new ServiceName("money", "node1", "", List.of(), true), proxy(DataSource.class, connection()));

    @Test
    void aSessionIsNamedAfterServiceOperationAndBusinessTransaction() {
        during("transfer/a-very-long-name-of-an-operation", session::nameAfterCurrentCall);
        assertThat(info)
                .containsEntry("OCSID.CLIENTID", GUID)
                .containsEntry("OCSID.MODULE", "money")
                .containsEntry("OCSID.ACTION", "a-very-long-name-of-an-operation")
                .hasSize(3);
    }

    @Test
    void withoutACallNothingIsNamed() {
        session.nameAfterCurrentCall();
        assertThat(info).isEmpty();
    }

    @Test
    void aDriverThatRefusesChangesNothing() {
        refuses = true;
        during("charge/money", session::nameAfterCurrentCall);
        assertThat(info).isEmpty();
    }

    private static void during(String operation, Runnable work) {
        new CallContext(new Guid(GUID), 1, Caller.service("payment"), operation).run(work);
    }

    private Connection connection() {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("setClientInfo")) {
                if (refuses) {
                    throw new SQLClientInfoException();
                }
                info.put((String) arguments[0], (String) arguments[1]);
            }
            return null;
        });
    }

    private static DataSource proxy(Class<DataSource> type, Connection connection) {
        return proxy(type, (proxy, method, arguments) -> connection);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
