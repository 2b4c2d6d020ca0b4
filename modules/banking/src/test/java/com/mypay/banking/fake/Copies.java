package com.mypay.banking.fake;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies entities, so that a fake can put things back. */
final class Copies {

    private Copies() {}

    static <K, E> Map<K, E> of(Map<K, E> entities) {
        Map<K, E> copies = new LinkedHashMap<>();
        entities.forEach((key, entity) -> copies.put(key, of(entity)));
        return copies;
    }

    @SuppressWarnings("unchecked")
    private static <E> E of(E entity) {
        try {
            Constructor<?> constructor = entity.getClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            E copy = (E) constructor.newInstance();
            for (Field field : entity.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    Object value = field.get(entity);
                    field.set(copy, value instanceof List<?> list ? new ArrayList<>(list) : value);
                }
            }
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
