package org.entente.api.problem;

import org.entente.model.finding.FindingCode;

/** Why the API refuses a request. Each constant has one HTTP status; its name is the {@code code} of the problem. */
public enum ApiCode implements FindingCode {
    /** Not HTTP as the API understands it. */
    REQUEST_MALFORMED(400, "The request cannot be read"),
    /** A query parameter or path segment. */
    REQUEST_PARAMETER_INVALID(400, "A parameter of the request does not have the required format"),
    /** The body is no acceptable JSON, or not of the form that the schema describes. */
    REQUEST_BODY_INVALID(400, "The body does not have the required form"),
    /** No key on a write. */
    REQUEST_KEY_MISSING(400, "A write needs an Idempotency-Key"),
    /** A key outside its format. */
    REQUEST_KEY_INVALID(400, "The Idempotency-Key is not 1 to 100 printable ASCII characters"),
    /** Nobody is signed in, or the token does not count. */
    REQUEST_UNAUTHENTICATED(401, "The request needs a valid sign-in or token"),
    /** Somebody without the role. */
    REQUEST_FORBIDDEN(403, "The account does not have the role that this needs"),
    /** A form without its token. */
    REQUEST_CSRF_INVALID(403, "The form's token is missing or too old; load the page again"),
    /** Unknown, or another organisation's: the answer is the same. */
    REQUEST_TARGET_UNKNOWN(404, "There is nothing here that this account may see"),
    /** Another method. */
    REQUEST_METHOD_UNSUPPORTED(405, "The method is not supported here"),
    /** No representation that the caller takes. */
    REQUEST_ACCEPT_UNSUPPORTED(406, "The answer cannot be given in any of the accepted media types"),
    /** The same key is being worked on. */
    REQUEST_KEY_IN_FLIGHT(409, "A request with this Idempotency-Key is being worked on; ask again"),
    /** The thing is in another state. */
    REQUEST_STATE_CONFLICT(409, "The present state does not allow this"),
    /** Somebody was faster. */
    REQUEST_PRECONDITION_FAILED(412, "It has changed since it was read; read it again"),
    /** More bytes than the limit. */
    REQUEST_TOO_LARGE(413, "The request is longer than the limit"),
    /** A body in another media type. */
    REQUEST_TYPE_UNSUPPORTED(415, "The body has a media type that is not supported here"),
    /** Well-formed, and wrong by a rule. */
    REQUEST_REFUSED(422, "The rules refuse what the request says"),
    /** The key was used for something else. */
    REQUEST_KEY_REUSED(422, "The Idempotency-Key was used before with another request"),
    /** A change without saying of what. */
    REQUEST_PRECONDITION_MISSING(428, "A change needs If-Match with the ETag that was read"),
    /** Too many. */
    REQUEST_RATE_LIMITED(429, "Too many requests; ask again later"),
    /** Ours. */
    SERVICE_FAILED(500, "The service failed; nothing was stored unless a repetition says so"),
    /** Something that takes memory or time is being done as often as it may be at once. */
    SERVICE_BUSY(503, "The service is busy with as much of this as it does at once; ask again in a moment"),
    /** An OpenID provider does not answer; the form for account and password works. */
    SIGN_IN_SERVICE_UNREACHABLE(503, "The sign-in service cannot be reached"),
    /** A part that is needed does not answer. */
    SERVICE_UNAVAILABLE(503, "The service cannot answer at present; ask again later");

    private final int status;
    private final String title;

    ApiCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /**
     * The HTTP status of every answer with this code.
     *
     * @return 400 to 503
     */
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
