package com.mypay.logs.domain;

import java.time.LocalDate;
import java.util.List;

/** Queries over the tables that hold lines. Read-only, on committed data. */
public interface FoundLines {

    /** Of one business transaction, of all three logs, at most so many of each, in the order of time. */
    List<FoundLine> ofGuid(String guid, int limit);

    /** In the order of time, at most so many. */
    List<FoundLine> search(LogSearch search, int limit);

    /** GUIDs of the business lines that name an id, the earliest first, at most so many. */
    List<String> guidsOfReference(String reference, int limit);

    /** GUIDs of the business lines about a member on a day, the earliest first, at most so many. */
    List<String> guidsOfMember(long memberId, LocalDate date, int limit);
}
