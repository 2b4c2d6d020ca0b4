package com.mypay.membership.adapter.in.rest;

import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.membership.adapter.in.rest.Bodies.FranchiseBody;
import com.mypay.membership.adapter.in.rest.Bodies.MemberBody;
import com.mypay.membership.adapter.in.rest.Bodies.MemberState;
import com.mypay.membership.adapter.in.rest.Bodies.Terms;
import com.mypay.membership.application.CloseMember;
import com.mypay.membership.application.CreateFranchise;
import com.mypay.membership.application.CreateMember;
import com.mypay.membership.application.FindFranchise;
import com.mypay.membership.application.FindMembers;
import com.mypay.membership.application.MemberAnswer;
import com.mypay.membership.application.ModifyFranchise;
import com.mypay.membership.application.ModifyMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For members, franchises and other services. */
@ApplicationScoped
@Path("com/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
@APIResponse(
        responseCode = "400",
        description = "FIELD_INVALID, BODY_UNREADABLE, REQUEST_ID_INVALID, CALLER_INVALID",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class MembersResource {

    @Inject
    private CreateMember createMember;

    @Inject
    private CreateFranchise createFranchise;

    @Inject
    private ModifyMember modifyMember;

    @Inject
    private ModifyFranchise modifyFranchise;

    @Inject
    private CloseMember closeMember;

    @Inject
    private FindMembers findMembers;

    @Inject
    private FindFranchise findFranchise;

    @POST
    @Path("create/member")
    @Operation(summary = "Sign a person up; the telecom operator confirms the name")
    @APIResponseSchema(value = MemberState.class, responseCode = "201", responseDescription = "Signed up")
    @APIResponse(responseCode = "422", description = "IDENTITY_NOT_CONFIRMED, REQUEST_ID_REUSED")
    @APIResponse(responseCode = "503", description = "UNAVAILABLE: the telecom operator does not answer")
    public Response createMember(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.CreateMember body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return created(createMember.create(new CreateMember.Command(CommandHeaders.caller(), id, body.profile())));
    }

    @POST
    @Path("create/franchise")
    @Operation(summary = "Sign a franchise up")
    @APIResponseSchema(value = MemberState.class, responseCode = "201", responseDescription = "Signed up")
    @APIResponse(
            responseCode = "422",
            description = "BUSINESS_NUMBER_INVALID, BUSINESS_NUMBER_TAKEN, TERMS_BY_STAFF_ONLY, REQUEST_ID_REUSED")
    public Response createFranchise(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.CreateFranchise body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return created(createFranchise.create(new CreateFranchise.Command(
                CommandHeaders.caller(),
                id,
                body.profile(),
                body.businessNumber(),
                Optional.ofNullable(body.settlementTerms()).map(Terms::toTerms))));
    }

    @POST
    @Path("modify/member")
    @Operation(summary = "Change what a member tells about itself")
    @APIResponseSchema(value = MemberState.class, responseDescription = "Changed")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND: also if it is somebody else")
    @APIResponse(responseCode = "422", description = "MEMBER_CLOSED, REQUEST_ID_REUSED")
    public MemberState modifyMember(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.ModifyMember body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return MemberState.of(modifyMember.modify(
                new ModifyMember.Command(CommandHeaders.caller(), id, new MemberId(body.memberId()), body.profile())));
    }

    @POST
    @Path("modify/franchise")
    @Operation(summary = "Change what a franchise tells about itself")
    @APIResponseSchema(value = MemberState.class, responseDescription = "Changed")
    @APIResponse(responseCode = "404", description = "FRANCHISE_NOT_FOUND, MEMBER_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "MEMBER_CLOSED, REQUEST_ID_REUSED")
    public MemberState modifyFranchise(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.ModifyMember body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return MemberState.of(modifyFranchise.modify(new ModifyFranchise.Command(
                CommandHeaders.caller(), id, new MemberId(body.memberId()), body.profile())));
    }

    @POST
    @Path("close/member")
    @Operation(summary = "Leave for ever")
    @APIResponseSchema(value = MemberState.class, responseDescription = "Closed")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND")
    @APIResponse(responseCode = "422", description = "STATUS_UNCHANGEABLE, REQUEST_ID_REUSED")
    public MemberState closeMember(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid Bodies.CloseMember body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return MemberState.of(
                closeMember.close(new CloseMember.Command(CommandHeaders.caller(), id, new MemberId(body.memberId()))));
    }

    @GET
    @Path("find/member")
    @Operation(summary = "A member, by id")
    @APIResponseSchema(value = MemberBody.class, responseDescription = "The member")
    @APIResponse(responseCode = "404", description = "MEMBER_NOT_FOUND: also if it is somebody else")
    public MemberBody findMember(
            @Parameter(description = "Names it", example = "1001") @QueryParam("memberId") @NotNull @Positive Long memberId) {
        return MemberBody.of(findMembers
                .find(FindMembers.Query.byId(CommandHeaders.caller(), new MemberId(memberId)))
                .items()
                .get(0));
    }

    @GET
    @Path("find/franchise")
    @Operation(summary = "A franchise with its number and settlement terms")
    @APIResponseSchema(value = FranchiseBody.class, responseDescription = "The franchise")
    @APIResponse(responseCode = "404", description = "FRANCHISE_NOT_FOUND: also if it is somebody else")
    public FranchiseBody findFranchise(
            @Parameter(description = "Names it", example = "1001") @QueryParam("memberId") @NotNull @Positive Long memberId) {
        return FranchiseBody.of(findFranchise.find(CommandHeaders.caller(), new MemberId(memberId)));
    }

    private static Response created(MemberAnswer answer) {
        return Response.status(Response.Status.CREATED)
                .entity(MemberState.of(answer))
                .build();
    }
}
