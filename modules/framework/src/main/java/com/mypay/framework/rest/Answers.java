package com.mypay.framework.rest;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.log.ErrorLog;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.Problem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.rest.ProblemBody.Field;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the answer to a failure, in Korean or English: which exception is which HTTP status, code and next step. */
record Answers(boolean korean) {

    private static final Log LOG = Log.of(ProblemMapper.class);
    private static final String MEDIA_TYPE = "application/problem+json";

    Response to(Throwable failure) {
        if (failure instanceof RejectedException rejected) {
            return refused(rejected.problem(), rejected.detail(), null);
        }
        if (failure instanceof ConstraintViolationException violations) {
            return refused(CommonProblem.FIELD_INVALID, null, fieldsOf(violations));
        }
        if (rejectionWithin(failure) instanceof RejectedException rejected) {
            return refused(rejected.problem(), rejected.detail(), null);
        }
        if (isUnreadableBody(failure)) {
            return refused(CommonProblem.BODY_UNREADABLE, null, null);
        }
        if (failure instanceof UnavailableException) {
            return unavailable(failure);
        }
        if (failure instanceof UnknownOutcomeException unknown) {
            return unknown(unknown);
        }
        if (failure instanceof WebApplicationException web) {
            return byServer(web);
        }
        return bug(failure);
    }

    private Response refused(Problem problem, @Nullable String detail, @Nullable List<Field> fields) {
        return refused(problem, problem.kind().httpStatus(), detail, fields);
    }

    private Response refused(Problem problem, int status, @Nullable String detail, @Nullable List<Field> fields) {
        // A malformed request's detail may quote it
        boolean quotes = problem.kind() == Problem.Kind.INVALID || detail == null || detail.isEmpty();
        String message = quotes ? problem.english() : problem.english() + " " + detail;
        ErrorLog.write(problem.name(), problem.kind().name(), status, message, null);
        return answer(problem, status, problem.next(), detail, fields);
    }

    private Response unavailable(Throwable failure) {
        LOG.warning("unavailable: {0}", failure.getMessage());
        return failed(CommonProblem.UNAVAILABLE, CommonProblem.UNAVAILABLE.next(), failure);
    }

    private Response unknown(UnknownOutcomeException failure) {
        LOG.warning("outcome unknown: {0}", failure.getMessage());
        Problem problem = CommonProblem.OUTCOME_UNKNOWN;
        String next = failure.whereToLook().isEmpty()
                ? problem.next()
                : "Ask " + failure.whereToLook() + " for the outcome; don't send it under a new key.";
        return failed(problem, next, failure);
    }

    /** The server's own refusals: no such path, wrong method, wrong media type. */
    private Response byServer(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (status == 404 && failure.getCause() != null) {
            // A parameter that can't be read as its type
            return refused(CommonProblem.FIELD_INVALID, "a parameter is malformed", null);
        }
        if (status == 404) {
            return refused(CommonProblem.NO_SUCH_OPERATION, null, null);
        }
        if (status == 400) {
            return refused(CommonProblem.BODY_UNREADABLE, null, null);
        }
        if (status >= 500) {
            return bug(failure);
        }
        return refused(CommonProblem.NOT_SUPPORTED, status, null, null);
    }

    private Response bug(Throwable failure) {
        LOG.error("unexpected failure", failure);
        return failed(CommonProblem.INTERNAL_ERROR, CommonProblem.INTERNAL_ERROR.next(), failure);
    }

    private Response failed(Problem problem, String next, Throwable failure) {
        int status = problem.kind().httpStatus();
        ErrorLog.write(problem.name(), problem.kind().name(), status, ErrorLog.messageOf(failure), failure);
        return answer(problem, status, next, null, null);
    }

    private Response answer(
            Problem problem, int status, String next, @Nullable String detail, @Nullable List<Field> fields) {
        CallContext context = CallContext.currentOrNull();
        ProblemBody body = new ProblemBody(
                "urn:mypay:problem:" + problem.name(),
                korean ? problem.korean() : problem.english(),
                status,
                detail == null || detail.isEmpty() ? null : detail,
                problem.name(),
                context == null ? "" : context.guid().value(),
                next.isEmpty() ? null : next,
                fields);
        return Response.status(status).type(MEDIA_TYPE).entity(body).build();
    }

    /** A parameter's converter has refused it, and the server has wrapped that. */
    private static @Nullable Throwable rejectionWithin(Throwable failure) {
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof RejectedException) {
                return cause;
            }
        }
        return null;
    }

    private static boolean isUnreadableBody(Throwable failure) {
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof JsonbException || cause instanceof JsonException) {
                return true;
            }
        }
        return failure instanceof ProcessingException;
    }

    private static List<Field> fieldsOf(ConstraintViolationException failure) {
        return failure.getConstraintViolations().stream()
                .map(violation -> new Field(nameOf(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Field::name))
                .toList();
    }

    /** Without the method and the parameter: {@code pay.body.amountWon} is {@code amountWon}. */
    private static String nameOf(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getName() != null) {
                last = node.getName();
            }
        }
        return last;
    }
}
