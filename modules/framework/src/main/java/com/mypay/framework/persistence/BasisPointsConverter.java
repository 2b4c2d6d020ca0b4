package com.mypay.framework.persistence;

import com.mypay.framework.value.BasisPoints;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link BasisPoints} as {@code NUMBER(5)}. List it in each {@code persistence.xml}. */
@Converter(autoApply = true)
public class BasisPointsConverter implements AttributeConverter<BasisPoints, Integer> {

    @Override
    public @Nullable Integer convertToDatabaseColumn(@Nullable BasisPoints rate) {
        return rate == null ? null : rate.value();
    }

    @Override
    public @Nullable BasisPoints convertToEntityAttribute(@Nullable Integer value) {
        return value == null ? null : new BasisPoints(value);
    }
}
