package com.mypay.framework.persistence;

import com.mypay.framework.value.Won;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link Won} as {@code NUMBER(18)}. List it in each {@code persistence.xml}. */
@Converter(autoApply = true)
public class WonConverter implements AttributeConverter<Won, Long> {

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Won amount) {
        return amount == null ? null : amount.value();
    }

    @Override
    public @Nullable Won convertToEntityAttribute(@Nullable Long value) {
        return value == null ? null : Won.won(value);
    }
}
