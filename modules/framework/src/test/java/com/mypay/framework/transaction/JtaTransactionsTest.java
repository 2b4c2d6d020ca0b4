package com.mypay.framework.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.persistence.DatabaseSession;
import com.mypay.framework.value.TransactionEnd;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a transaction that the container has begun, and how its session is called. */
class JtaTransactionsTest {

    private static final Guid GUID = new Guid("01234567890123456789012345678901");

    private final JtaTransactions transactions = new JtaTransactions();
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> registered = new ArrayList<>();
    private final List<TransactionEnd> ends = new ArrayList<>();
    private final List<String> actions = new ArrayList<>();
    private int status = Status.STATUS_ACTIVE;

    @BeforeEach
    void inject() throws ReflectiveOperationException {
        inject("registry", proxy(TransactionSynchronizationRegistry.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "getTransactionStatus" -> {
                    return status;
                }
                case "registerInterposedSynchronization" -> registered.add((Synchronization) arguments[0]);
                case "putResource" -> resources.put(arguments[0], arguments[1]);
                case "getResource" -> {
                    return resources.get(arguments[0]);
                }
                default -> throw new UnsupportedOperationException(method.getName());
            }
            return null;
        }));
        Connection connection = proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("setClientInfo") && arguments[0].equals("OCSID.ACTION")) {
                actions.add((String) arguments[1]);
            }
            return null;
        });
        inject(
                "session",
                new DatabaseSession(
                        new ServiceName("settlement", "node1", "", List.of(), true),
                        proxy(DataSource.class, (proxy, method, arguments) -> connection)));
    }

    private void inject(String name, Object value) throws ReflectiveOperationException {
        Field field = JtaTransactions.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(transactions, value);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @ParameterizedTest
    @CsvSource({"3,COMMITTED", "4,ROLLED_BACK", "5,UNKNOWN"})
    void anEndIsToldAsTheServerTellsIt(int serversWord, TransactionEnd told) {
        assertThat(transactions.onCompletion(ends::add)).isTrue();
        assertThat(ends).isEmpty();
        registered.forEach(end -> end.afterCompletion(serversWord));
        assertThat(ends).containsExactly(told);
    }

    /** It can only roll back, has rolled back, or nobody knows yet. */
    @ParameterizedTest
    @CsvSource({"1,ROLLED_BACK", "4,ROLLED_BACK", "9,ROLLED_BACK", "8,UNKNOWN", "5,UNKNOWN"})
    void whatIsAlreadyEndingIsToldAtOnce(int now, TransactionEnd told) {
        status = now;
        assertThat(transactions.onCompletion(ends::add)).isTrue();
        assertThat(ends).containsExactly(told);
        assertThat(registered).isEmpty();
    }

    /** None, or one that is over: what is said now belongs to no transaction. */
    @ParameterizedTest
    @CsvSource({"6", "3"})
    void ofATransactionThatIsOverNothingIsTold(int now) {
        status = now;
        assertThat(transactions.onCompletion(ends::add)).isFalse();
        assertThat(ends).isEmpty();
    }

    @Test
    void theContainersSessionIsNamedAfterEachCallThatWorksInIt() {
        during("settle-franchises/settle", () -> transactions.inTransaction(() -> {}));
        during("settle-franchises/settle", () -> transactions.inTransaction(() -> {}));
        during("settle-franchises/settle/1", () -> transactions.inTransaction(() -> {}));
        transactions.inTransaction(() -> {});
        assertThat(actions).containsExactly("settle-franchises/settle", "settle-franchises/settle/1");
    }

    private static void during(String operation, Runnable work) {
        new CallContext(GUID, 0, Caller.service("batch"), operation).run(work);
    }
}
