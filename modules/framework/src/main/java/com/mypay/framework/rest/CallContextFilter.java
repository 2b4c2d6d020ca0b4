package com.mypay.framework.rest;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first filter of each REST call: issues the GUID, or takes over a trusted caller's (another service's), counts the
 * hop, finds out who calls, and for staff whether it still may; keeps the {@code adm} area for staff; at the end answers
 * with the GUID.
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
        Caller caller = callerOf(request);
        CallContext context = new CallContext(guidOf(request, caller), hopOf(request, caller), caller, operation);
        enter(exchange, context);
        keepReplaced(request.getHeaderString(CallContext.GUID_HEADER), context, exchange);
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

    /** A GUID of another form, or from a caller that isn't trusted: replaced, and both are kept, in the image log. */
    private static void keepReplaced(@Nullable String sent, CallContext context, Exchange exchange) {
        if (sent != null && !sent.equals(context.guid().value())) {
            exchange.sentGuid(sent);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        CallContext context = CallContext.currentOrNull();
        if (context != null) {
            response.getHeaders()
                    .putSingle(CallContext.GUID_HEADER, context.guid().value());
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

    private Guid guidOf(ContainerRequestContext request, Caller caller) {
        @Nullable String sent = request.getHeaderString(CallContext.GUID_HEADER);
        boolean trusted = caller.isService() || caller.isStaff();
        return trusted && sent != null && Guid.isWellFormed(sent) ? new Guid(sent) : Guid.issuedBy(ids);
    }

    private static int hopOf(ContainerRequestContext request, Caller caller) {
        String sent = request.getHeaderString(CallContext.HOP_HEADER);
        if (sent == null || !caller.isService() || !sent.matches("[0-9]{1,4}")) {
            return 0;
        }
        int hop = Integer.parseInt(sent) + 1;
        if (hop > CallContext.MAX_HOPS) {
            throw new RejectedException(CommonProblem.TOO_MANY_HOPS, "hop " + hop);
        }
        return hop;
    }
}
