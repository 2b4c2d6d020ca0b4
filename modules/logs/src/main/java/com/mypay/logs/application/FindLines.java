package com.mypay.logs.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.logs.domain.FoundLine;
import com.mypay.logs.domain.FoundLines;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogSearch;
import com.mypay.logs.domain.LogSearch.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds lines of the logs, and whole transactions. */
@ApplicationScoped
public class FindLines {

    /** So many lines of each log a trace shows at most. */
    public static final int MOST_OF_A_TRACE = 1_000;

    private static final int MOST_GUIDS = 100;
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{32}");
    private static final String NO_GUID = "0".repeat(32);

    private final FoundLines lines;

    @Inject
    public FindLines(FoundLines lines) {
        this.lines = lines;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindLines() {
        this(null);
    }

    /**
     * A period and what else lines have to have.
     *
     * @param from inclusive
     * @param to exclusive, at most 31 days later
     */
    public record Criteria(
            LogKind kind,
            Instant from,
            Instant to,
            @Nullable String service,
            @Nullable String operation,
            @Nullable String code,
            @Nullable MemberId memberId) {}

    /** Everything that is known of one transaction, at most {@value #MOST_OF_A_TRACE} lines of each log, in time's order. */
    public List<FoundLine> trace(String guid) {
        if (!GUID.matcher(guid).matches() || guid.equals(NO_GUID)) {
            throw new RejectedException(LogsProblem.GUID_INVALID);
        }
        return lines.ofGuid(guid, MOST_OF_A_TRACE);
    }

    /** From the earliest on. */
    public Page<FoundLine> search(Criteria criteria, PageRequest page) {
        Duration period = Duration.between(criteria.from(), criteria.to());
        if (period.isNegative() || period.isZero() || period.compareTo(LONGEST) > 0) {
            throw new RejectedException(LogsProblem.PERIOD_INVALID);
        }
        MemberId member = criteria.memberId();
        LogSearch search = new LogSearch(
                criteria.kind(),
                criteria.from(),
                criteria.to(),
                criteria.service(),
                criteria.operation(),
                criteria.code(),
                member == null ? null : member.value(),
                page.afterAs(Place::parse).orElse(null));
        return Page.of(
                lines.search(search, page.rowsToRead()),
                page,
                line -> Place.of(line).toString());
    }

    /**
     * The transactions of a payment, remittance, charge … (its id is the reference), or of a member on a day in Seoul: at
     * most {@value #MOST_GUIDS}, the earliest first.
     */
    public List<String> guids(@Nullable String reference, @Nullable MemberId member, @Nullable LocalDate on) {
        if (reference != null && member == null && on == null) {
            return lines.guidsOfReference(reference, MOST_GUIDS);
        }
        if (reference == null && member != null && on != null) {
            return lines.guidsOfMember(member.value(), on, MOST_GUIDS);
        }
        throw new RejectedException(LogsProblem.ONE_REFERENCE);
    }
}
