package com.mypay.framework.rest;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.Days;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Days ({@code 2026-03-02}) and months ({@code 2026-03}) as parameters of queries. */
@Provider
public class DayParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> PARSERS =
            Map.of(LocalDate.class, Days::day, YearMonth.class, Days::month);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, Object> parser = PARSERS.get(type);
        return parser == null ? null : new Converter<>(type, parser);
    }

    private record Converter<T>(Class<T> type, Function<String, Object> parser) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("NullAway") // JAX-RS leaves a missing parameter null
        public T fromString(String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return type.cast(parser.apply(text));
            } catch (DateTimeException e) {
                throw new RejectedException(
                        CommonProblem.FIELD_INVALID,
                        "not a " + (type == YearMonth.class ? "month" : "day") + ": " + text);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
