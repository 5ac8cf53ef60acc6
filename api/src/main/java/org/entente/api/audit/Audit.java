package org.entente.api.audit;

import java.util.List;
import org.entente.api.account.Caller;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes who looked and who decided. Inside a transaction the note is part of it: a decision without its note cannot be, nor
 * a note without its decision.
 */
@Component
public class Audit {
    private final JdbcClient database;
    private final List<AuditListener> listeners;

    Audit(JdbcClient database, List<AuditListener> listeners) {
        this.database = database;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Notes what the service did by itself.
     *
     * @param action what
     * @param subject of what
     * @param detail particulars, or empty text; no commercial data
     */
    public void noteByItself(String action, String subject, String detail) {
        database.sql("insert into api.audit (account, organisation, action, subject, detail, trace)"
                        + " values ('', null, ?, ?, ?, '')")
                .param(action)
                .param(subject)
                .param(detail)
                .update();
    }

    /**
     * Notes that somebody looks at a page. A page that asks again by itself is one look: what the same account noted of the
     * same thing within the last five minutes is not noted again.
     *
     * @param caller who
     * @param action what, for example {@code application.viewed}
     * @param subject of what
     */
    public void noteView(Caller caller, String action, String subject) {
        int noted = database.sql("insert into api.audit (account, organisation, action, subject, detail, trace)"
                        + " select ?, ?, ?, ?, '', ? where not exists (select 1 from api.audit"
                        + " where subject = ? and account = ? and action = ? and at > now() - interval '5 minutes')")
                .param(caller.account())
                .param(caller.organisation())
                .param(action)
                .param(subject)
                .param(trace())
                .param(subject)
                .param(caller.account())
                .param(action)
                .update();
        if (noted > 0) {
            listeners.forEach(each -> each.noted(action, subject));
        }
    }

    private static String trace() {
        String trace = MDC.get("traceId");
        return trace == null ? "" : trace;
    }

    /**
     * Notes something.
     *
     * @param caller who
     * @param action what, for example {@code application.approved}
     * @param subject of what
     * @param detail particulars, or empty text; no commercial data
     */
    public void note(Caller caller, String action, String subject, String detail) {
        database.sql("insert into api.audit (account, organisation, action, subject, detail, trace)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(caller.account())
                .param(caller.organisation())
                .param(action)
                .param(subject)
                .param(detail)
                .param(trace())
                .update();
        listeners.forEach(each -> each.noted(action, subject));
    }
}
