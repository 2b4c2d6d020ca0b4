package com.mypay.frameworktest.fake;

import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies entities as reading them from the database does: what isn't stored is as a new one has it. */
final class EntityCopies {

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    /** @param constructor {@code null} for what isn't an entity and so never changes */
    private record Shape(@Nullable Constructor<?> constructor, List<Field> fields) {

        static Shape of(Class<?> type) {
            if (!type.isAnnotationPresent(Entity.class)) {
                return new Shape(null, List.of());
            }
            try {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                List<Field> fields = new ArrayList<>();
                for (Field field : type.getDeclaredFields()) {
                    int modifiers = field.getModifiers();
                    if (!Modifier.isStatic(modifiers)
                            && !Modifier.isFinal(modifiers)
                            && !field.isAnnotationPresent(Transient.class)) {
                        field.setAccessible(true);
                        fields.add(field);
                    }
                }
                return new Shape(constructor, List.copyOf(fields));
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(type + " is no entity", e);
            }
        }

        Object copy(Object entity) {
            if (constructor == null) {
                return entity;
            }
            try {
                Object copy = constructor.newInstance();
                for (Field field : fields) {
                    Object value = field.get(entity);
                    field.set(copy, value instanceof List<?> list ? new ArrayList<>(list) : value);
                }
                return copy;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private EntityCopies() {}

    @SuppressWarnings("unchecked")
    static <E> E of(E entity) {
        return (E) SHAPES.get(entity.getClass()).copy(entity);
    }
}
