package com.mypay.simulation.kernel;

import com.mypay.framework.clock.RealTime;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * One server's beans: puts the services' own classes together as the container does, each once, by their
 * {@link Inject} constructors and fields. What isn't provided and can't be made is missing, and says so.
 */
public final class Beans {

    private static final ClassValue<Recipe> RECIPES = new ClassValue<>() {
        @Override
        protected Recipe computeValue(Class<?> type) {
            return Recipe.of(type);
        }
    };

    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final Map<Class<?>, Class<?>> substitutes = new HashMap<>();
    private final Map<String, String> configuration = new HashMap<>();
    private @Nullable Clock realTime;

    public <T> Beans provide(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    public Beans realTime(Clock clock) {
        realTime = clock;
        return this;
    }

    /** Instead of its default value. */
    public Beans configure(String key, Object value) {
        configuration.put(key, String.valueOf(value));
        return this;
    }

    /** Whoever asks for the one gets the other. */
    public <T> Beans substitute(Class<T> type, Class<? extends T> by) {
        substitutes.put(type, by);
        return this;
    }

    public <T> T get(Class<T> type) {
        Object bean = beans.get(type);
        if (bean == null) {
            bean = make(substitutes.getOrDefault(type, type));
            beans.put(type, bean);
        }
        return type.cast(bean);
    }

    private Object make(Class<?> type) {
        Recipe recipe = RECIPES.get(type);
        try {
            Object[] arguments = new Object[recipe.parameters().size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = value(recipe.parameters().get(i));
            }
            Object bean = recipe.constructor().newInstance(arguments);
            for (Map.Entry<Field, Need> field : recipe.fields().entrySet()) {
                field.getKey().set(bean, value(field.getValue()));
            }
            return bean;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " can't be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made", e);
        }
    }

    private Object value(Need need) {
        ConfigProperty property = need.property();
        if (property != null) {
            String text = configuration.getOrDefault(property.name(), property.defaultValue());
            if (text.equals(ConfigProperty.UNCONFIGURED_VALUE)) {
                throw new IllegalStateException("nothing is configured for " + property.name());
            }
            return read(need.type(), text);
        }
        if (need.real()) {
            if (realTime == null) {
                throw new IllegalStateException("there is no real time");
            }
            return realTime;
        }
        return get(need.type());
    }

    private static Object read(Class<?> type, String text) {
        if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(text);
        }
        return text;
    }

    /** What is to be injected at one place. */
    private record Need(
            Class<?> type, boolean real, @Nullable ConfigProperty property) {

        static Need of(Class<?> type, Annotation[] annotations) {
            boolean real = false;
            ConfigProperty property = null;
            for (Annotation annotation : annotations) {
                real |= annotation instanceof RealTime;
                if (annotation instanceof ConfigProperty configured) {
                    property = configured;
                }
            }
            return new Need(type, real, property);
        }
    }

    private record Recipe(Constructor<?> constructor, List<Need> parameters, Map<Field, Need> fields) {

        static Recipe of(Class<?> type) {
            if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
                throw new IllegalStateException("nobody provides " + type);
            }
            Constructor<?> constructor = constructorOf(type);
            constructor.setAccessible(true);
            List<Need> parameters = new ArrayList<>();
            for (Parameter parameter : constructor.getParameters()) {
                parameters.add(Need.of(parameter.getType(), parameter.getAnnotations()));
            }
            return new Recipe(constructor, List.copyOf(parameters), fieldsOf(type));
        }

        private static Constructor<?> constructorOf(Class<?> type) {
            Constructor<?> plain = null;
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.isAnnotationPresent(Inject.class)) {
                    return constructor;
                }
                if (constructor.getParameterCount() == 0) {
                    plain = constructor;
                }
            }
            if (plain == null) {
                throw new IllegalStateException("nobody provides " + type);
            }
            return plain;
        }

        /** Of the class itself: what the framework's bases inject is the container's business. */
        private static Map<Field, Need> fieldsOf(Class<?> type) {
            Map<Field, Need> fields = new HashMap<>();
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Inject.class)) {
                    field.setAccessible(true);
                    fields.put(field, Need.of(field.getType(), field.getAnnotations()));
                }
            }
            return Map.copyOf(fields);
        }
    }
}
