package com.mypay.systemtests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an API has answered.
 *
 * @param call what was asked, for the words of a failed test
 */
public record Answer(String call, int status, Map<String, List<String>> headers, String text) {

    private static final String HANGUL = "(?s).*\\p{IsHangul}.*";

    public String contentType() {
        return header("Content-Type");
    }

    public String guid() {
        return header("MyPay-Guid");
    }

    /** Empty if it isn't there. */
    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse("");
    }

    public JsonObject json() {
        return Json.object(text);
    }

    public String string(String name) {
        return json().getString(name);
    }

    public long number(String name) {
        return json().getJsonNumber(name).longValueExact();
    }

    public JsonArray array(String name) {
        return json().getJsonArray(name);
    }

    public Stream<JsonObject> items(String name) {
        return array(name).stream().map(jakarta.json.JsonValue::asJsonObject);
    }

    /** @return this, having the status */
    public Answer is(int expected) {
        assertThat(status).as("%s answers %s", call, text).isEqualTo(expected);
        return this;
    }

    public Answer succeeded() {
        assertThat(status).as("%s answers %s", call, text).isBetween(200, 299);
        return this;
    }

    /** @return this, being a complete problem of this status and code */
    public Answer isProblem(int expected, String code) {
        isProblem();
        assertThat(status).as("%s answers %s", call, text).isEqualTo(expected);
        assertThat(string("code")).as("%s answers %s", call, text).isEqualTo(code);
        return this;
    }

    /** @return this, being a problem with everything that a caller needs */
    public Answer isProblem() {
        assertThat(contentType()).as("%s answers %s %s", call, status, text).startsWith("application/problem+json");
        JsonObject problem = json();
        assertThat(problem.getInt("status")).as(call).isEqualTo(status);
        assertThat(problem.getString("type")).as(call).isEqualTo("urn:mypay:problem:" + problem.getString("code"));
        assertThat(problem.getString("title")).as(call).isNotBlank();
        assertThat(problem.getString("next", ""))
                .as("'next' of %s, %s", call, text)
                .isNotBlank();
        assertThat(problem.getString("guid")).as(call).matches("[0-9a-f]{32}").isEqualTo(guid());
        return this;
    }

    public Answer isInKorean() {
        assertThat(string("title")).as(call).matches(HANGUL);
        return this;
    }

    public boolean isProblemOf(String code) {
        return contentType().startsWith("application/problem+json")
                && string("code").equals(code);
    }
}
