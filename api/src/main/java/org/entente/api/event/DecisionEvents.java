package org.entente.api.event;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.audit.AuditListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells what happens to applications, in the very transaction in which it is decided. */
@Component
class DecisionEvents implements AuditListener {
    private static final Map<String, EventType> TOLD = Map.of(
            "application.applied", EventType.APPLICATION_APPLIED,
            "application.approved", EventType.APPLICATION_DECIDED,
            "application.refused", EventType.APPLICATION_DECIDED,
            "application.withdrawn", EventType.APPLICATION_WITHDRAWN);

    private final EventStore events;
    private final JdbcClient database;
    private final InstantSource clock;

    DecisionEvents(EventStore events, JdbcClient database, InstantSource clock) {
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    private record Standing(UUID organisation, String state) {}

    @Override
    public void noted(String action, String subject) {
        EventType type = TOLD.get(action);
        if (type == null) {
            return;
        }
        UUID application = UUID.fromString(subject);
        Standing now = database.sql("select organisation, state from api.application where id = ?")
                .param(application)
                .query((row, number) -> new Standing(row.getObject(1, UUID.class), row.getString(2)))
                .single();
        events.add(
                type,
                Event.Officers.ISSUING,
                Optional.of(now.organisation()),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("application", subject)
                        .put("state", now.state())
                        .toString());
    }
}
