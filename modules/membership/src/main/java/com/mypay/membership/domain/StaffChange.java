package com.mypay.membership.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** One line of an employee's history: what it became, when, by whom. Written once, never changed. */
@Entity
@Table(name = "STAFF_HISTORY")
@Access(AccessType.FIELD)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA sets and reads the fields
public class StaffChange {

    @Id
    @Column(name = "CHANGE_ID")
    private String id;

    @Column(name = "LOGIN")
    private String login;

    @Column(name = "CHANGE_KIND")
    private String change;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private StaffStatus status;

    @Column(name = "STAFF_NAME")
    private String name;

    @Column(name = "ROLES")
    private String roles;

    @Column(name = "CHANGED_BY")
    private String changedBy;

    @Column(name = "REASON")
    private String reason;

    @Column(name = "GUID")
    private String guid;

    @Column(name = "CHANGED_TIMESTAMP")
    private Instant changedAt;

    protected StaffChange() {}

    /**
     * Who did it, and why.
     *
     * @param command {@code close/staff}
     * @param reason {@code -} where nobody asks for one
     */
    public record Cause(String command, String by, String reason, String guid) {}

    /** The employee as it is now. */
    public static StaffChange of(String id, StaffMember staff, Cause cause, Instant now) {
        StaffChange line = new StaffChange();
        line.id = id;
        line.login = staff.login();
        line.change = cause.command();
        line.status = staff.status();
        line.name = staff.name();
        line.roles = String.join(",", staff.roles());
        line.changedBy = cause.by();
        line.reason = cause.reason();
        line.guid = cause.guid();
        line.changedAt = now.truncatedTo(ChronoUnit.MICROS);
        return line;
    }

    public String id() {
        return id;
    }

    public String login() {
        return login;
    }

    public String change() {
        return change;
    }

    public StaffStatus status() {
        return status;
    }

    public String name() {
        return name;
    }

    public Set<String> roles() {
        return new TreeSet<>(Arrays.asList(roles.split(",", -1)));
    }

    public String changedBy() {
        return changedBy;
    }

    public String reason() {
        return reason;
    }

    public String guid() {
        return guid;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
