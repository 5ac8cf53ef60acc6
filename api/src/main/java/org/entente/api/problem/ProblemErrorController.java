package org.entente.api.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What filters and the server itself refuse comes here, and leaves as a problem document or a page. */
@Controller
public final class ProblemErrorController implements ErrorController {
    /** The request attribute in which a filter may leave an {@link ApiCode} that says more than the status. */
    public static final String CODE = ProblemErrorController.class.getName();

    private final Problems problems;
    private final ProblemPage page;

    ProblemErrorController(Problems problems, ProblemPage page) {
        this.problems = problems;
        this.page = page;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        ApiCode code = code(request);
        Refusal refusal = Refusal.of(code, code.title());
        return ProblemPage.isFor(request)
                ? page.of(problems.document(refusal, request), request)
                : problems.answer(refusal, request);
    }

    private static ApiCode code(HttpServletRequest request) {
        if (request.getAttribute(CODE) instanceof ApiCode code) {
            return code;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? StatusCodes.of(status)
                : ApiCode.REQUEST_TARGET_UNKNOWN;
    }
}
