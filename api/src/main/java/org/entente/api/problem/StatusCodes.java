package org.entente.api.problem;

/** Which code stands for an HTTP status that Spring or Tomcat decided on. */
final class StatusCodes {
    private StatusCodes() {}

    static ApiCode of(int status) {
        return switch (status) {
            case 401 -> ApiCode.REQUEST_UNAUTHENTICATED;
            case 403 -> ApiCode.REQUEST_FORBIDDEN;
            case 404 -> ApiCode.REQUEST_TARGET_UNKNOWN;
            case 405 -> ApiCode.REQUEST_METHOD_UNSUPPORTED;
            case 406 -> ApiCode.REQUEST_ACCEPT_UNSUPPORTED;
            case 413 -> ApiCode.REQUEST_TOO_LARGE;
            case 415 -> ApiCode.REQUEST_TYPE_UNSUPPORTED;
            case 429 -> ApiCode.REQUEST_RATE_LIMITED;
            case 501, 505 -> ApiCode.REQUEST_MALFORMED;
            case 503 -> ApiCode.SERVICE_UNAVAILABLE;
            default -> status >= 500 ? ApiCode.SERVICE_FAILED : ApiCode.REQUEST_MALFORMED;
        };
    }
}
