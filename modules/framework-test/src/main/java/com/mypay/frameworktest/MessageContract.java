package com.mypay.frameworktest;

import com.mypay.framework.json.Json;
import com.mypay.framework.messaging.OutgoingMessage;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A message is what its contract says, {@code contracts/<type>.schema.json} of the framework; checked by the tests of
 * the sender and of the receiver.
 *
 * <pre>{@code
 * MessageContract.check("slip-issued.v1", json);
 * outbox.sent().forEach(MessageContract::check);
 * }</pre>
 */
public final class MessageContract {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private MessageContract() {}

    /** @param type contract and version, {@code slip-issued.v1} */
    public static void check(String type, String json) {
        List<String> violations = schema(type).validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
        if (!violations.isEmpty()) {
            throw new AssertionError(
                    "not a " + type + ":\n  - " + String.join("\n  - ", violations) + "\n  in: " + json);
        }
    }

    public static void check(OutgoingMessage message) {
        check(message.type(), Json.write(message.body()));
    }

    private static JsonSchema schema(String type) {
        String resource = "contracts/" + type + ".schema.json";
        try (InputStream in = MessageContract.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("there is no contract " + resource);
            }
            return SCHEMAS.getSchema(in, STRICT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
