package com.mypay.membership.adapter.in.rest;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.adapter.in.rest.Bodies.MemberBody;
import com.mypay.membership.adapter.in.rest.Bodies.MemberPage;
import com.mypay.membership.adapter.in.rest.Bodies.MemberState;
import com.mypay.membership.adapter.in.rest.Bodies.StaffBody;
import com.mypay.membership.adapter.in.rest.Bodies.StaffChangeBody;
import com.mypay.membership.adapter.in.rest.Bodies.StaffChangePage;
import com.mypay.membership.adapter.in.rest.Bodies.StaffPage;
import com.mypay.membership.adapter.in.rest.Bodies.StaffStanding;
import com.mypay.membership.adapter.in.rest.Bodies.StaffState;
import com.mypay.membership.application.CloseStaff;
import com.mypay.membership.application.CreateStaff;
import com.mypay.membership.application.FindMembers;
import com.mypay.membership.application.FindStaff;
import com.mypay.membership.application.HoldPayouts;
import com.mypay.membership.application.ModifySettlementTerms;
import com.mypay.membership.application.ModifyStaff;
import com.mypay.membership.application.ReleasePayouts;
import com.mypay.membership.application.ResumeMember;
import com.mypay.membership.application.StaffAnswer;
import com.mypay.membership.application.SuspendMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For staff. */
@ApplicationScoped
@Path("adm/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "staff")
@APIResponse(
        responseCode = "400",
        description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CALLER_INVALID, CURSOR_INVALID",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
@APIResponse(responseCode = "403", description = "NOT_PERMITTED: the role is missing")
public class StaffResource {

    private static final String OPERATOR = "operator";
    private static final String ADMINISTRATOR = "administrator";

    @Inject
    private SuspendMember suspendMember;

    @Inject
    private ResumeMember resumeMember;

    @Inject
    private ModifySettlementTerms modifySettlementTerms;

    @Inject
    private HoldPayouts holdPayouts;

    @Inject
    private ReleasePayouts releasePayouts;

    @Inject
    private CreateStaff createStaff;

    @Inject
    private ModifyStaff modifyStaff;

    @Inject
    private CloseStaff closeStaff;

    @Inject
    private FindMembers findMembers;

    @Inject
    private FindStaff findStaff;

    @POST
    @Path("suspend/member")
    @Operation(summary = "Suspend a member, with a reason (role operator)")
    @APIResponseSchema(value = MemberState.class, responseDescription = "Suspended")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "STATUS_UNCHANGEABLE, REQUEST_ID_REUSED")
    public MemberState suspend(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.ChangeStatus body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return MemberState.of(suspendMember.suspend(new SuspendMember.Command(
                CommandHeaders.staff(OPERATOR), id, new MemberId(body.memberId()), body.reason())));
    }

    @POST
    @Path("resume/member")
    @Operation(summary = "Resume a suspended member, with a reason (role operator)")
    @APIResponseSchema(value = MemberState.class, responseDescription = "Resumed")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "STATUS_UNCHANGEABLE, REQUEST_ID_REUSED")
    public MemberState resume(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.ChangeStatus body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return MemberState.of(resumeMember.resume(new ResumeMember.Command(
                CommandHeaders.staff(OPERATOR), id, new MemberId(body.memberId()), body.reason())));
    }

    @POST
    @Path("modify/settlement-terms")
    @Operation(summary = "Agree on other settlement terms with a franchise (role operator)")
    @APIResponseSchema(value = MemberState.class, responseDescription = "Agreed")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND, FRANCHISE_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "MEMBER_CLOSED, HOLD_NEEDS_REASON, REQUEST_ID_REUSED")
    public MemberState modifySettlementTerms(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.ModifySettlementTerms body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return MemberState.of(modifySettlementTerms.modify(new ModifySettlementTerms.Command(
                CommandHeaders.staff(OPERATOR),
                id,
                new MemberId(body.memberId()),
                body.settlementTerms().toTerms())));
    }

    @POST
    @Path("hold/payouts")
    @Operation(
            summary = "Stop a franchise's payouts, with a reason (role operator)",
            description = "It is settled as before; what becomes due is carried over until its payouts are released.")
    @APIResponseSchema(value = MemberState.class, responseDescription = "On hold")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND, FRANCHISE_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "PAYOUTS_HELD, REQUEST_ID_REUSED")
    public MemberState holdPayouts(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.ChangeHold body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return MemberState.of(holdPayouts.hold(new HoldPayouts.Command(
                CommandHeaders.staff(OPERATOR), id, new MemberId(body.memberId()), body.reason())));
    }

    @POST
    @Path("release/payouts")
    @Operation(
            summary = "Let a franchise be paid again, with a reason (role operator)",
            description = "What was held is paid with the next cycle at the end of its period.")
    @APIResponseSchema(value = MemberState.class, responseDescription = "Released")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND, FRANCHISE_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "PAYOUTS_NOT_HELD, REQUEST_ID_REUSED")
    public MemberState releasePayouts(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.ChangeHold body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return MemberState.of(releasePayouts.release(new ReleasePayouts.Command(
                CommandHeaders.staff(OPERATOR), id, new MemberId(body.memberId()), body.reason())));
    }

    @POST
    @Path("create/staff")
    @Operation(summary = "Employ staff with roles (role administrator)")
    @APIResponseSchema(value = StaffState.class, responseCode = "201", responseDescription = "Employed")
    @APIResponse(responseCode = "422", description = "STAFF_EXISTS, REQUEST_ID_REUSED")
    public Response createStaff(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.CreateStaff body) {
        RequestId id = CommandHeaders.requestId(requestId);
        StaffAnswer answer = createStaff.create(new CreateStaff.Command(
                CommandHeaders.staff(ADMINISTRATOR), id, body.login(), body.name(), new TreeSet<>(body.roles())));
        return Response.status(Response.Status.CREATED)
                .entity(StaffState.of(answer))
                .build();
    }

    @POST
    @Path("modify/staff")
    @Operation(
            summary = "Give staff another name or other roles, which hold from its next call on (role administrator)")
    @APIResponseSchema(value = StaffState.class, responseDescription = "Changed")
    @APIResponse(responseCode = "404", description = "STAFF_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "STAFF_CLOSED, REQUEST_ID_REUSED")
    public StaffState modifyStaff(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.ModifyStaff body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return StaffState.of(modifyStaff.modify(new ModifyStaff.Command(
                CommandHeaders.staff(ADMINISTRATOR), id, body.login(), body.name(), new TreeSet<>(body.roles()))));
    }

    @POST
    @Path("close/staff")
    @Operation(
            summary = "Staff leaves: from its next call on it may do nothing, in no service (role administrator)",
            description = "For good. The login is not given to anybody else, and all that was done under it stays on"
                    + " record. What it has proposed may still be approved by others.")
    @APIResponseSchema(value = StaffState.class, responseDescription = "Left")
    @APIResponse(responseCode = "404", description = "STAFF_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "STAFF_CLOSED, REQUEST_ID_REUSED")
    public StaffState closeStaff(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.CloseStaff body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return StaffState.of(closeStaff.close(
                new CloseStaff.Command(CommandHeaders.staff(ADMINISTRATOR), id, body.login(), body.reason())));
    }

    @GET
    @Path("find/staff")
    @Operation(summary = "One employee; also one that has left")
    @APIResponseSchema(value = StaffBody.class, responseDescription = "The employee")
    @APIResponse(responseCode = "404", description = "STAFF_NOT_FOUND")
    public StaffBody findStaff(
            @Parameter(description = "Which employee", example = "kim.jiwoo")
                    @QueryParam("login")
                    @NotNull @Pattern(regexp = Bodies.LOGIN) String login) {
        return StaffBody.of(findStaff.byLogin(login));
    }

    @GET
    @Path("find/staffs")
    @Operation(summary = "All staff in the order of their logins, page by page; also who has left")
    @APIResponseSchema(value = StaffPage.class, responseDescription = "One page")
    public StaffPage findStaffs(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        Page<StaffBody> page = findStaff.all(CommandHeaders.page(cursor, limit)).map(StaffBody::of);
        return new StaffPage(page.items(), page.nextCursor());
    }

    @GET
    @Path("find/staff-history")
    @Operation(summary = "What an employee was and may have done, from the first change on, page by page")
    @APIResponseSchema(value = StaffChangePage.class, responseDescription = "One page")
    @APIResponse(responseCode = "404", description = "STAFF_NOT_FOUND")
    public StaffChangePage findStaffHistory(
            @Parameter(description = "Which employee", example = "kim.jiwoo")
                    @QueryParam("login")
                    @NotNull @Pattern(regexp = Bodies.LOGIN) String login,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<StaffChangeBody> page =
                findStaff.historyOf(login, CommandHeaders.page(cursor, limit)).map(StaffChangeBody::of);
        return new StaffChangePage(page.items(), page.nextCursor());
    }

    @GET
    @Path("check/staff")
    @Operation(summary = "What staff may do now: asked by every service for each call of staff")
    @APIResponseSchema(value = StaffStanding.class, responseDescription = "Its standing, also of one that nobody knows")
    public StaffStanding checkStaff(
            @Parameter(description = "Which employee", example = "kim.jiwoo")
                    @QueryParam("login")
                    @NotNull @Size(min = 1, max = 40) String login) {
        return StaffStanding.of(login, findStaff.find(login));
    }

    @GET
    @Path("find/members")
    @Operation(summary = "Members by address, in the order of their ids, page by page")
    @APIResponseSchema(value = MemberPage.class, responseDescription = "One page")
    public MemberPage findMembers(
            @Parameter(description = "시도; all if missing", example = "서울특별시") @QueryParam("province") @Nullable String province,
            @Parameter(description = "시군구; all if missing", example = "강남구") @QueryParam("district") @Nullable String district,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Page<MemberBody> page = findMembers
                .find(new FindMembers.Query(
                        CommandHeaders.caller(), null, province, district, CommandHeaders.page(cursor, limit)))
                .map(MemberBody::of);
        return new MemberPage(page.items(), page.nextCursor());
    }
}
