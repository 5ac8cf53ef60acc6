package org.entente.api.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.api.account.Caller;
import org.entente.api.node.ProgressView;
import org.entente.client.MemberNode;
import org.entente.model.statement.StatementId;
import org.springframework.stereotype.Component;

/** Reads applications with what became of them. */
@Component
public class ApplicationReading {
    private final ApplicationStore applications;
    private final ApplicationSettling settling;
    private final MemberNode node;

    ApplicationReading(ApplicationStore applications, ApplicationSettling settling, MemberNode node) {
        this.applications = applications;
        this.settling = settling;
        this.node = node;
    }

    /**
     * One that the caller may see, as it stands now.
     *
     * @param id names it
     * @param caller who looks
     * @return the application
     */
    public Optional<Application> find(UUID id, Caller caller) {
        return applications.find(id, caller).map(settling::settled);
    }

    /**
     * How far the statement of an approval has come.
     *
     * @param application any
     * @return empty if none was ever approved
     */
    public Optional<ProgressView> progress(Application application) {
        return application.approval().flatMap(this::progress);
    }

    /**
     * How far the cancellation of what a replacement replaces has come.
     *
     * @param application any
     * @return empty if it replaces nothing, or was never approved
     */
    public Optional<ProgressView> cancellation(Application application) {
        return application.cancellation().flatMap(this::progress);
    }

    private Optional<ProgressView> progress(StatementId statement) {
        return node.outbox().status(statement).map(ProgressView::of);
    }

    /**
     * How far the statements of the approvals of a list have come, cancellations included: one look, however long the list
     * is.
     *
     * @param applications any
     * @return by statement
     */
    Map<StatementId, ProgressView> progress(List<Application> applications) {
        Map<StatementId, ProgressView> found = new HashMap<>();
        node.outbox()
                .status(applications.stream()
                        .flatMap(each -> Stream.concat(each.cancellation().stream(), each.approval().stream()))
                        .toList())
                .forEach((statement, status) -> found.put(statement, ProgressView.of(status)));
        return found;
    }
}
