package com.mypay.money.fake;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies entities, so that a fake can give out its own and put things back. */
final class Copies {

    private Copies() {}

    static <K, E> Map<K, E> of(Map<K, E> entities) {
        Map<K, E> copies = new LinkedHashMap<>();
        entities.forEach((key, entity) -> copies.put(key, of(entity)));
        return copies;
    }

    @SuppressWarnings("unchecked")
    static <E> E of(E entity) {
        try {
            Constructor<?> constructor = entity.getClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            E copy = (E) constructor.newInstance();
            for (Field field : entity.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                    field.setAccessible(true);
                    field.set(copy, field.get(entity));
                }
            }
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
