package com.mypay.frameworktest.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.persistence.jpa.JpaHelper;
import org.jspecify.annotations.Nullable;

/**
 * EclipseLink over a {@link TestDatabase}, with the service's own persistence unit. The entity manager behaves like the
 * one that a server injects: inside a transaction it is the transaction's, outside of it each call has one of its own.
 */
public final class TestPersistence {

    /** What a persistence unit has to say so that it means the same on Oracle, on H2 and in the server. */
    private static final Map<String, String> REQUIRED = Map.of(
            "eclipselink.target-database", "org.eclipse.persistence.platform.database.Oracle19Platform",
            "eclipselink.target-database-properties", "shouldBindLiterals=false",
            "eclipselink.cache.shared.default", "false",
            "eclipselink.weaving", "false",
            // Milliseconds; becomes FOR UPDATE WAIT n, without it a lock waits for ever
            "jakarta.persistence.lock.timeout", "5000");

    private final EntityManagerFactory factory;
    private final DatabaseTransactions transactions;

    @SuppressWarnings("ThreadLocalUsage") // one per database, and a test has few of them
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();

    private final List<EntityManager> outside = new ArrayList<>();

    TestPersistence(String unit, BoundConnections connections) {
        Map<String, Object> overrides = new HashMap<>();
        overrides.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        overrides.put("jakarta.persistence.jtaDataSource", "");
        overrides.put("jakarta.persistence.nonJtaDataSource", connections.dataSource());
        overrides.put("eclipselink.logging.level", "WARNING");
        factory = Persistence.createEntityManagerFactory(unit, overrides);
        checkProperties(unit);
        transactions = new DatabaseTransactions(connections, List.of(new EntityManagerParticipant()));
    }

    /** To be given to the {@code Jpa…} classes by their constructor. */
    public EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (self, method, arguments) -> {
                    try {
                        return method.invoke(delegate(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    /** Real transactions in which the entity manager and plain JDBC share one connection. */
    public DatabaseTransactions transactions() {
        return transactions;
    }

    /** Runs in a transaction of its own and forgets every entity, so that what is read next comes from the database. */
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return transactions.inTransaction(work);
    }

    public void inTransaction(Runnable work) {
        transactions.inTransaction(work);
    }

    /** The database is a new one: ids that were reserved in the old one must not be used. */
    void forget() {
        outside.forEach(EntityManager::close);
        outside.clear();
        JpaHelper.getServerSession(factory).getSequencingControl().initializePreallocated();
    }

    void close() {
        outside.forEach(EntityManager::close);
        outside.clear();
        factory.close();
    }

    private synchronized EntityManager delegate() {
        EntityManager inTransaction = current.get();
        if (inTransaction != null) {
            return inTransaction;
        }
        EntityManager own = factory.createEntityManager();
        outside.add(own);
        return own;
    }

    private void checkProperties(String unit) {
        Map<String, Object> properties = JpaHelper.getServerSession(factory).getProperties();
        Map<String, String> wrong = new TreeMap<>(REQUIRED);
        wrong.entrySet()
                .removeIf(required -> required.getValue().equals(String.valueOf(properties.get(required.getKey()))));
        if (!wrong.isEmpty()) {
            factory.close();
            throw new AssertionError("persistence unit " + unit + " lacks " + wrong);
        }
    }

    private final class EntityManagerParticipant implements DatabaseTransactions.Participant {
        @Override
        public void begin() {
            EntityManager manager = factory.createEntityManager();
            current.set(manager);
            manager.getTransaction().begin();
        }

        @Override
        public void flush() {
            EntityManager manager = current.get();
            if (manager != null) {
                manager.getTransaction().commit();
            }
        }

        @Override
        public void end() {
            EntityManager manager = current.get();
            current.remove();
            if (manager != null) {
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
                manager.close();
            }
        }
    }
}
