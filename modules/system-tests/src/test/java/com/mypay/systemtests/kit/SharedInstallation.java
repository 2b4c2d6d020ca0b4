package com.mypay.systemtests.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lends the one installation that all scenarios of a process share to constructors and tests, and the {@link Second} one
 * beside it. Each comes up with the first test that needs it and goes down after the last one, whatever happens in
 * between. After each class the banks behave normally again and the shared clock is right.
 */
public final class SharedInstallation implements ParameterResolver, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SharedInstallation.class);
    private static final String SHARED = "shared";
    private static final String SECOND = "second";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningInstallation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(Second.class)
                ? of(context, SECOND, RunningInstallation::startWithADay)
                : of(context, SHARED, RunningInstallation::start);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running(context, SHARED).ifPresent(RunningInstallation::resetClock);
        for (String name : List.of(SHARED, SECOND)) {
            running(context, name)
                    .ifPresent(installation -> installation.banks().behaveNormally());
        }
    }

    private static Optional<RunningInstallation> running(ExtensionContext context, String name) {
        return Optional.ofNullable(store(context).get(name, RunningInstallation.class));
    }

    private static RunningInstallation of(
            ExtensionContext context, String name, Function<String, RunningInstallation> start) {
        return store(context).getOrComputeIfAbsent(name, start, RunningInstallation.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    }
}
