package org.entente.client.follow;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.entente.client.database.Connections;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.Pair;

/**
 * Folds from the evidence: a pair that was held up by missing bytes goes on, a wiped state is made again. Bytes come from
 * the evidence tables only, so a rebuild needs no peer.
 */
final class Rebuild {
    private static final String[] FOLDED = {"statement", "stream_state", "subject_state", "quarantine", "pair_progress"
    };

    private final Connection connection;
    private final PairFolding folding;
    private final MemberRegistry registry;

    Rebuild(Connection connection, PairFolding folding, MemberRegistry registry) {
        this.connection = connection;
        this.folding = folding;
        this.registry = registry;
    }

    /**
     * Wipes what was folded and folds it again. Delete and not truncate: whoever reads meanwhile sees the state before.
     *
     * @return the pairs that are held up by missing bytes
     */
    Set<Pair> all() throws SQLException {
        Connections.patiently(connection, this::wipe);
        Set<Pair> heldUp = new HashSet<>();
        for (Pair pair : new EvidenceReading(connection).pairs()) {
            if (!goOn(pair)) {
                heldUp.add(pair);
            }
        }
        return heldUp;
    }

    private void wipe() throws SQLException {
        try (Statement wipe = connection.createStatement()) {
            for (String table : FOLDED) {
                wipe.execute("delete from " + table);
            }
        }
    }

    /**
     * Folds a pair from where it stands to the end of its evidence.
     *
     * @return false if bytes are missing before the end
     */
    boolean goOn(Pair pair) throws SQLException {
        EvidenceReading evidence = new EvidenceReading(connection);
        while (true) {
            EvidenceReading.Run run = evidence.after(pair, evidence.progress(pair));
            folding.fold(connection, run.inputs(), registry);
            switch (run.end()) {
                case FULL -> {
                    continue;
                }
                case DONE -> {
                    return true;
                }
                case MISSING -> {
                    return false;
                }
            }
        }
    }
}
