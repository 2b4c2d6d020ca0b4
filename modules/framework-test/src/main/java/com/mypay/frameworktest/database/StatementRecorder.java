package com.mypay.frameworktest.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Notes every SQL text that goes through the connections it wraps, whoever wrote it: EclipseLink or our own JDBC. */
public final class StatementRecorder {
    private final Set<String> statements = Collections.synchronizedSet(new LinkedHashSet<>());

    /** Each text once, in the order in which they were first used. */
    public List<String> statements() {
        synchronized (statements) {
            return List.copyOf(statements);
        }
    }

    public void clear() {
        statements.clear();
    }

    /** The same data source, with everything that its connections execute noted. */
    public DataSource wrap(DataSource dataSource) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(dataSource, method, arguments);
            return result instanceof Connection connection ? wrap(connection) : result;
        });
    }

    Connection wrap(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            boolean prepares = method.getName().startsWith("prepare");
            if (prepares && arguments != null && arguments[0] instanceof String sql) {
                statements.add(sql);
            }
            Object result = call(connection, method, arguments);
            return !prepares && result instanceof Statement statement ? wrap(statement) : result;
        });
    }

    private Statement wrap(Statement statement) {
        return proxy(Statement.class, (method, arguments) -> {
            boolean executes =
                    method.getName().startsWith("execute") || method.getName().equals("addBatch");
            if (executes && arguments != null && arguments[0] instanceof String sql) {
                statements.add(sql);
            }
            return call(statement, method, arguments);
        });
    }

    /** What a proxy does instead of a method. */
    @FunctionalInterface
    interface Call {
        @Nullable Object invoke(Method method, Object @Nullable [] arguments) throws SQLException;
    }

    static <T> T proxy(Class<T> type, Call call) {
        InvocationHandler handler = (self, method, arguments) -> call.invoke(method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
