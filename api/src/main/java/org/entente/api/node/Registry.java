package org.entente.api.node;

import java.util.function.Function;
import javax.sql.DataSource;
import org.entente.client.registry.PublicState;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberRegistry;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The public state as the own follower stored it: who is a member, with which keys and rule sets. */
@Component
public class Registry {
    /** After everything that stands: what counts now. */
    public static final Position NOW = new Position(Long.MAX_VALUE, 0, 0);

    private final JdbcTemplate database;
    private final PublicState state = new PublicState();

    Registry(DataSource pool) {
        this.database = new JdbcTemplate(pool);
    }

    /**
     * Asks the registry, after it has read what is new.
     *
     * @param question at {@link #NOW} or any position; must not keep the registry
     * @param <T> the answer
     * @return the answer
     */
    public synchronized <T> T ask(Function<MemberRegistry, T> question) {
        ConnectionCallback<T> work = connection -> question.apply(state.refresh(connection));
        return java.util.Objects.requireNonNull(database.execute(work));
    }
}
