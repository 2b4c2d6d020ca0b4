package com.mypay.framework.rest;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.context.GuidFormat.Reading;
import com.mypay.framework.context.GuidFormats;
import com.mypay.framework.context.StaffDirectory;
import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.Ids;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first filter of each REST call: issues the GUID, or takes over a trusted caller's (another service's), also one in
 * the customer's {@link com.mypay.framework.context.GuidFormat}, counts the hop, finds out who calls, and for staff
 * whether it still may; keeps the {@code adm} area for staff; at the end answers with the GUID.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class CallContextFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String STAFF_AREA = "adm";

    @Inject
    private Ids ids;

    @Inject
    private StaffDirectory staffDirectory;

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String operation = request.getMethod() + " " + path;
        Exchange exchange = ExchangeFilter.begin(request, operation);
        // From here on every failure has a GUID
        enter(exchange, new CallContext(Guid.issuedBy(ids), 0, Caller.ANONYMOUS, operation));
        Sent sent = Sent.with(request);
        exchange.sentGuid(sent.replacedBy(Optional.empty()));
        Caller caller = callerOf(request);
        Optional<Reading> taken = caller.isService() || caller.isStaff() ? sent.reading() : Optional.empty();
        // Of another form, or from a caller that isn't trusted: replaced, and both are kept, in the image log
        exchange.sentGuid(sent.replacedBy(taken));
        Guid guid = taken.map(Reading::guid).orElseGet(() -> Guid.issuedBy(ids));
        int hop = caller.isService() ? sent.hop(taken) : 0;
        CallContext context = new CallContext(guid, hop, caller, operation);
        enter(exchange, context);
        if (caller.isStaff()) {
            enter(exchange, new CallContext(context.guid(), context.hop(), asMembershipKnows(caller), operation));
        }
        if (isStaffArea(request.getUriInfo()) && !caller.isStaff() && !caller.isService()) {
            throw new RejectedException(CommonProblem.NOT_PERMITTED, "the adm area is for staff");
        }
        EdgeChain.current().before(exchange);
    }

    private static void enter(Exchange exchange, CallContext context) {
        CallContext.set(context);
        exchange.within(context);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        CallContext context = CallContext.currentOrNull();
        if (context != null) {
            response.getHeaders()
                    .putSingle(CallContext.GUID_HEADER, context.guid().value());
            GuidFormats formats = GuidFormats.current();
            formats.render(context.guid(), context.hop())
                    .ifPresent(text -> response.getHeaders().putSingle(formats.header(), text));
            CallContext.clear();
        }
    }

    /** With those of its roles that membership has given it; who has left may do nothing, in whatever area. */
    private Caller asMembershipKnows(Caller staff) {
        return staffDirectory
                .find(staff.id())
                .map(standing -> {
                    if (!standing.active()) {
                        throw new RejectedException(CommonProblem.NOT_PERMITTED, staff + " has left");
                    }
                    return staff.withRolesAmong(standing.roles());
                })
                .orElse(staff);
    }

    /** By its segments, as resources are found: {@code /adm;x=y/v1} is the staff's area too. */
    private static boolean isStaffArea(UriInfo uri) {
        return uri.getPathSegments().stream()
                .map(PathSegment::getPath)
                .filter(segment -> !segment.isEmpty())
                .findFirst()
                .filter(STAFF_AREA::equals)
                .isPresent();
    }

    private static Caller callerOf(ContainerRequestContext request) {
        String text = request.getHeaderString(CallContext.CALLER_HEADER);
        if (text == null || text.isBlank()) {
            return Caller.ANONYMOUS;
        }
        try {
            return Caller.parse(text.strip(), rolesOf(request));
        } catch (IllegalArgumentException e) {
            throw new RejectedException(CommonProblem.CALLER_INVALID);
        }
    }

    private static Set<String> rolesOf(ContainerRequestContext request) {
        String text = request.getHeaderString(CallContext.ROLES_HEADER);
        if (text == null) {
            return Set.of();
        }
        return Arrays.stream(text.split(",", 20))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What a caller has sent along: our own header, or that of the customer's format, which then has the hop, too.
     *
     * @param own {@code null} if it isn't there
     * @param customers {@code null} if it isn't there, or no format is chosen
     * @param hopText {@code null} if it isn't there
     */
    private record Sent(
            @Nullable String own,
            @Nullable String customers,
            @Nullable String hopText) {

        private static final int NO_HOP = -1;

        private static Sent with(ContainerRequestContext request) {
            String header = GuidFormats.current().header();
            return new Sent(
                    request.getHeaderString(CallContext.GUID_HEADER),
                    header.isEmpty() ? null : request.getHeaderString(header),
                    request.getHeaderString(CallContext.HOP_HEADER));
        }

        Optional<Reading> reading() {
            return own != null && Guid.isWellFormed(own)
                    ? Optional.of(new Reading(new Guid(own), ownHop()))
                    : GuidFormats.current().read(customers);
        }

        /** What was not taken over; empty if there is nothing. */
        String replacedBy(Optional<Reading> taken) {
            if (own != null) {
                return taken.filter(reading -> reading.guid().value().equals(own))
                                .isPresent()
                        ? ""
                        : own;
            }
            return customers == null || taken.isPresent() ? "" : customers;
        }

        /** One further than it was sent; 0 for the first. */
        int hop(Optional<Reading> taken) {
            int hop = Math.max(taken.map(Reading::hop).orElse(NO_HOP), ownHop()) + 1;
            if (hop > CallContext.MAX_HOPS) {
                throw new RejectedException(CommonProblem.TOO_MANY_HOPS, "hop " + hop);
            }
            return hop;
        }

        private int ownHop() {
            return hopText != null && hopText.matches("[0-9]{1,4}") ? Integer.parseInt(hopText) : NO_HOP;
        }
    }
}
