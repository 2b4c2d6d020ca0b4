package com.mypay.framework.json;

import com.mypay.framework.value.Days;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.time.LocalDate;

/** Days of the years that the databases know too: see {@link Days}. */
final class DayDeserializer implements JsonbDeserializer<LocalDate> {

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context, Type type) {
        return Days.day(parser.getString());
    }
}
