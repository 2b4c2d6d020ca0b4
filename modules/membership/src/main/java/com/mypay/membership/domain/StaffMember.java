package com.mypay.membership.domain;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** An employee of the operator (직원), who acts through roles. */
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

    @Column(name = "CREATED_TIMESTAMP")
    private Instant createdAt;

    @Version
    @Column(name = "VERSION_NO")
    private long version;

    protected StaffMember() {}

    public static StaffMember employed(String login, String name, Set<StaffRole> roles, Instant now) {
        StaffMember staff = new StaffMember();
        staff.login = login;
        staff.name = name;
        Set<String> names = new TreeSet<>();
        roles.forEach(role -> names.add(role.roleName()));
        staff.roles = String.join(",", names);
        staff.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        return staff;
    }

    public String login() {
        return login;
    }

    public String name() {
        return name;
    }

    public Set<String> roles() {
        return new TreeSet<>(Arrays.asList(roles.split(",", -1)));
    }

    public Instant createdAt() {
        return createdAt;
    }
}
