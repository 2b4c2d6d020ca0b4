package com.mypay.framework.rest;

import com.mypay.framework.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Bodies are read and written by the mapper that messages and stored answers have: {@link Json}. */
@Provider
public class JsonMapper implements ContextResolver<Jsonb> {

    @Override
    public Jsonb getContext(Class<?> type) {
        return Json.mapper();
    }
}
