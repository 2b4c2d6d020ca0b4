package com.mypay.membership.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An employee of the operator (직원), who acts through roles. The login names it in every history, so it is never given
 * to anybody else: not changed, and not free again once its owner has left.
 */
@Entity
@Table(name = "STAFF")
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init") // JPA sets the fields
public class StaffMember {

    @Id
    @Column(name = "LOGIN")
    private String login;

    @Column(name = "STAFF_NAME")
    private String name;

    /** Comma separated, in alphabetical order. */
    @Column(name = "ROLES")
    private String roles;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private StaffStatus status;

    @Column(name = "CREATED_TIMESTAMP")
    private Instant createdAt;

    @Version
    @Column(name = "VERSION_NO")
    private long version;

    protected StaffMember() {}

    /** @param roles at least one */
    public static StaffMember employed(String login, String name, Set<StaffRole> roles, Instant now) {
        StaffMember staff = new StaffMember();
        staff.login = login;
        staff.status = StaffStatus.ACTIVE;
        staff.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        staff.modify(name, roles);
        return staff;
    }

    /**
     * From now on it has this name and these roles.
     *
     * @param newRoles at least one
     * @throws IllegalStateException if it has left
     */
    public final void modify(String newName, Set<StaffRole> newRoles) {
        if (status == StaffStatus.CLOSED) {
            throw new IllegalStateException("staff " + login + " has left");
        }
        name = newName;
        roles = newRoles.stream().map(StaffRole::roleName).sorted().collect(Collectors.joining(","));
    }

    /**
     * Leaves. What it could do stays on record.
     *
     * @throws IllegalStateException if it has left before
     */
    public void close() {
        if (!status.mayBecome(StaffStatus.CLOSED)) {
            throw new IllegalStateException("staff " + login + " has left before");
        }
        status = StaffStatus.CLOSED;
    }

    public String login() {
        return login;
    }

    public String name() {
        return name;
    }

    /** As callers carry them; of one that has left, those that it had. */
    public Set<String> roles() {
        return new TreeSet<>(Arrays.asList(roles.split(",", -1)));
    }

    public StaffStatus status() {
        return status;
    }

    public boolean isActive() {
        return status == StaffStatus.ACTIVE;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
