package com.mypay.systemtests.kit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lends the one installation that all scenarios share to constructors and tests. It comes up with the first test that
 * needs it and goes down after the last one, whatever happens in between. After each class the banks behave
 * normally again and the clock is right.
 */
public final class SharedInstallation implements ParameterResolver, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SharedInstallation.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningInstallation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        RunningInstallation installation = of(context);
        installation.resetClock();
        installation.banks().behaveNormally();
    }

    private static RunningInstallation of(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        RunningInstallation.class,
                        type -> RunningInstallation.start("shared"),
                        RunningInstallation.class);
    }
}
