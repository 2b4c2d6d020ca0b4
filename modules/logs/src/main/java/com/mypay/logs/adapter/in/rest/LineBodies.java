package com.mypay.logs.adapter.in.rest;

import com.mypay.framework.value.Page;
import com.mypay.logs.domain.FoundLine;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lines as staff sees them. */
final class LineBodies {

    private LineBodies() {}

    /** One line. */
    @Schema(name = "LogLine", description = "A line of a log")
    public record Line(
            @Schema(description = "Which log", examples = "IMAGE")
            String kind,

            @Schema(description = "When, real time, UTC") Instant at,

            @Schema(description = "The business transaction")
            String guid,

            @Schema(description = "How many processes it had passed")
            int hop,

            @Schema(description = "Which service wrote it") String service,

            @Schema(description = "What was asked of the service")
            String operation,

            @Schema(description = "An error's code, a business event's name, the status of an image") @Nullable String code,

            @Schema(description = "Whom it is about") @Nullable Long memberId,

            @Schema(description = "The whole line, by the contract of its log", type = SchemaType.OBJECT)
            JsonObject line) {

        static Line of(FoundLine found) {
            return new Line(
                    found.kind().name(),
                    found.at(),
                    found.guid(),
                    found.hop(),
                    found.service(),
                    found.operation(),
                    found.code(),
                    found.memberId(),
                    json(found.text()));
        }

        private static JsonObject json(String text) {
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            }
        }
    }

    /** All of a transaction. */
    @Schema(name = "Trace", description = "Everything that is known of one transaction, in time's order")
    public record Trace(
            @Schema(description = "The business transaction")
            String guid,

            @Schema(description = "At most 1000 of each log")
            List<Line> lines) {

        static Trace of(String guid, List<FoundLine> lines) {
            return new Trace(guid, lines.stream().map(Line::of).toList());
        }
    }

    /** A page of lines. */
    @Schema(name = "LogLinePage", description = "Lines, the earliest first")
    public record LinePage(
            @Schema(description = "The lines") List<Line> items,

            @Schema(description = "For the next page; missing on the last") @Nullable String nextCursor) {

        static LinePage of(Page<FoundLine> page) {
            return new LinePage(page.items().stream().map(Line::of).toList(), page.nextCursor());
        }
    }

    /** GUIDs that were found. */
    @Schema(name = "Guids", description = "Business transactions, the earliest first")
    public record Guids(@Schema(description = "At most 100") List<String> guids) {}
}
