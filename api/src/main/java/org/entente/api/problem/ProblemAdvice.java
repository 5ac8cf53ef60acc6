package org.entente.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.entente.client.database.DatabaseFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Whatever a handler throws becomes a problem document; what nobody foresaw tells the caller nothing but a trace id. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final String SOON = "5";

    private final Problems problems;
    private final ProblemPage page;

    ProblemAdvice(Problems problems, ProblemPage page) {
        this.problems = problems;
        this.page = page;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        HttpHeaders headers = new HttpHeaders();
        if (refusal.code() == ApiCode.REQUEST_UNAUTHENTICATED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal.code() == ApiCode.REQUEST_RATE_LIMITED) {
            headers.set(HttpHeaders.RETRY_AFTER, "60");
        }
        if (refusal.code() == ApiCode.SERVICE_BUSY || refusal.code() == ApiCode.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer(refusal, request, response, headers);
    }

    @ExceptionHandler
    Object wrongType(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response) {
        // A path that names nothing is unknown; a parameter of another format is the caller's mistake.
        return refused(
                request.getParameter(e.getName()) == null
                        ? Refusal.unknown()
                        : Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, e.getName()),
                request,
                response);
    }

    @ExceptionHandler
    Object missing(
            MissingServletRequestParameterException e, HttpServletRequest request, HttpServletResponse response) {
        return refused(
                Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, e.getParameterName() + " is missing"), request, response);
    }

    @ExceptionHandler
    Object parts(MultipartException e, HttpServletRequest request, HttpServletResponse response) {
        return e instanceof ErrorResponse
                ? anything(e, request, response)
                : refused(
                        Refusal.of(ApiCode.REQUEST_MALFORMED, "the parts of the request cannot be read"),
                        request,
                        response);
    }

    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    Object unreadable(RuntimeException e, HttpServletRequest request, HttpServletResponse response) {
        return refused(Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "the query cannot be read"), request, response);
    }

    @ExceptionHandler({
        DatabaseFailure.class,
        CannotCreateTransactionException.class,
        CannotGetJdbcConnectionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class
    })
    Object unavailable(RuntimeException e, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("the database does not answer: {}", e.getClass().getSimpleName());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, SOON);
        return answer(
                Refusal.of(ApiCode.SERVICE_UNAVAILABLE, "send the same request with the same key again"),
                request,
                response,
                headers);
    }

    @ExceptionHandler
    Object anything(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
            ApiCode code = StatusCodes.of(known.getStatusCode().value());
            return answer(Refusal.of(code, code.title()), request, response, known.getHeaders());
        }
        // Its kind and place only: messages may quote what callers sent.
        LOG.error("request {} failed: {}", TraceIds.of(request), place(e));
        return refused(Refusal.of(ApiCode.SERVICE_FAILED, ApiCode.SERVICE_FAILED.title()), request, response);
    }

    private Object answer(
            Refusal refusal, HttpServletRequest request, HttpServletResponse response, HttpHeaders headers) {
        if (!ProblemPage.isFor(request)) {
            return problems.answer(refusal, request, headers);
        }
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        return page.of(problems.document(refusal, request), request);
    }

    private static String place(Throwable e) {
        StringBuilder words = new StringBuilder(e.getClass().getName());
        for (StackTraceElement at : e.getStackTrace()) {
            if (at.getClassName().startsWith("org.entente.")) {
                words.append(" at ").append(at);
                break;
            }
        }
        return e.getCause() == null ? words.toString() : words + " by " + place(e.getCause());
    }
}
