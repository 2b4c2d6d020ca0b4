package com.mypay.framework.context;

import com.mypay.framework.value.MemberId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who asks: the one place where identity comes from. The edge makes it (from trusted headers; tokens stand behind it
 * where security is configured; of staff, membership says what it still may), use cases only ask it what it may do.
 *
 * @param kind which sort of caller
 * @param id the member's id, the staff's login, the service's name; empty for {@link Kind#ANONYMOUS}
 * @param roles of staff
 */
public record Caller(Kind kind, String id, Set<String> roles) {

    public enum Kind {
        MEMBER,
        FRANCHISE,
        STAFF,
        SERVICE,
        ANONYMOUS
    }

    public static final Caller ANONYMOUS = new Caller(Kind.ANONYMOUS, "", Set.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    public Caller {
        roles = Set.copyOf(roles);
        if (!isWellFormed(kind, id)) {
            throw new IllegalArgumentException("a caller of kind " + kind + " has no id of this form");
        }
    }

    private static boolean isWellFormed(Kind kind, String id) {
        return switch (kind) {
            case MEMBER, FRANCHISE -> NUMBER.matcher(id).matches();
            case STAFF, SERVICE -> NAME.matcher(id).matches();
            case ANONYMOUS -> id.isEmpty();
        };
    }

    public static Caller member(MemberId id) {
        return new Caller(Kind.MEMBER, id.toString(), Set.of());
    }

    public static Caller franchise(MemberId id) {
        return new Caller(Kind.FRANCHISE, id.toString(), Set.of());
    }

    public static Caller staff(String login, String... roles) {
        return new Caller(Kind.STAFF, login, Set.of(roles));
    }

    public static Caller service(String name) {
        return new Caller(Kind.SERVICE, name, Set.of());
    }

    /**
     * Reads {@code member/1001}, {@code staff/kim}, ….
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static Caller parse(String text, Set<String> roles) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a caller is written kind/id");
        }
        Kind kind = Kind.valueOf(text.substring(0, slash).toUpperCase(Locale.ROOT));
        return new Caller(kind, text.substring(slash + 1), kind == Kind.STAFF ? roles : Set.of());
    }

    /** A member acts for itself only; staff and services for anybody. */
    public boolean mayActFor(MemberId member) {
        return switch (kind) {
            case MEMBER, FRANCHISE -> id.equals(member.toString());
            case STAFF, SERVICE -> true;
            case ANONYMOUS -> false;
        };
    }

    public boolean isStaff() {
        return kind == Kind.STAFF;
    }

    public boolean isService() {
        return kind == Kind.SERVICE;
    }

    /** The same caller, with no role that isn't among these. */
    public Caller withRolesAmong(Set<String> permitted) {
        return new Caller(kind, id, roles.stream().filter(permitted::contains).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    /** What request ids are unique within, and what histories name: {@code member/1001}. */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return id.isEmpty() ? name : name + "/" + id;
    }
}
