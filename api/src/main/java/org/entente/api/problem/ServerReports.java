package org.entente.api.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What the server refuses before any filter sees it, such as a line that is no HTTP, in the form of everything else. */
public final class ServerReports extends ErrorReportValve {
    private static final int LEAST_ERROR = 400;

    /** Made by the server, by its name. */
    public ServerReports() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < LEAST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        ApiCode code = StatusCodes.of(response.getStatus());
        String body = "{\"type\":\"/problems/" + code.name() + "\",\"title\":\"" + code.title() + "\",\"status\":"
                + response.getStatus() + ",\"detail\":\"" + code.title() + "\",\"code\":\"" + code.name()
                + "\",\"traceId\":\"" + TraceIds.of(request.getRequest()) + "\",\"errors\":[]}";
        try {
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "en");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Nobody listens any more.
            container.getLogger().debug("no error report", e);
        }
    }
}
