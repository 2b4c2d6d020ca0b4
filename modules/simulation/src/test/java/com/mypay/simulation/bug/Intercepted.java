package com.mypay.simulation.bug;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A part of a service of which one method does something else. */
final class Intercepted {

    private Intercepted() {}

    /** One call of the method. */
    interface Call {
        /** What it should have done. */
        @Nullable Object proceed(@Nullable Object... arguments);
    }

    /** What it does instead. */
    @FunctionalInterface
    interface Instead {
        @Nullable Object answer(@Nullable Object[] arguments, Call call);
    }

    static <T> T of(Class<T> part, T real, String method, Instead instead) {
        return part.cast(Proxy.newProxyInstance(
                part.getClassLoader(), new Class<?>[] {part}, (proxy, called, given) -> {
                    @Nullable Object[] arguments = given == null ? new Object[0] : given;
                    return called.getName().equals(method)
                            ? instead.answer(arguments, changed -> invoke(called, real, changed))
                            : invoke(called, real, arguments);
                }));
    }

    private static @Nullable Object invoke(Method method, Object real, @Nullable Object... arguments) {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
