package com.mypay.logs.application;

import com.mypay.logs.domain.ArchivedFile;
import com.mypay.logs.domain.Gap;
import com.mypay.logs.domain.LogBooks;
import com.mypay.logs.domain.LogDay;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogState;
import com.mypay.logs.domain.LogState.QuarantinedLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What staff looks at of the logs themselves. */
@ApplicationScoped
public class FindLogState {

    /** So many lines of the quarantine are shown at most. */
    public static final int MOST_QUARANTINED = 100;

    private final LogBooks books;
    private final LogState state;

    @Inject
    public FindLogState(LogBooks books, LogState state) {
        this.books = books;
        this.state = state;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindLogState() {
        this(null, null);
    }

    /** Of the 31 tables. */
    public List<LogDay> days(LogKind kind) {
        return books.days(kind);
    }

    /** What is missing now, on its way or lost. */
    public List<Gap> gaps(LogKind kind) {
        return books.gaps(kind);
    }

    /** The latest {@value #MOST_QUARANTINED}. */
    public List<QuarantinedLine> quarantine(LogKind kind) {
        return state.quarantine(kind, MOST_QUARANTINED);
    }

    /** The files that hold a date. */
    public List<ArchivedFile> archived(LogKind kind, LocalDate date) {
        return books.archivedOf(kind, date);
    }
}
