package com.mypay.framework.persistence;

import com.mypay.framework.value.MemberId;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** {@link MemberId} as {@code NUMBER(18)}. List it in each {@code persistence.xml}. */
@Converter(autoApply = true)
public class MemberIdConverter implements AttributeConverter<MemberId, Long> {

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable MemberId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable MemberId convertToEntityAttribute(@Nullable Long value) {
        return value == null ? null : new MemberId(value);
    }
}
