package org.entente.model.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.entente.model.sample.Samples.AU;
import static org.entente.model.sample.Samples.CN;
import static org.entente.model.sample.Samples.NOON;

import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.LedgerWrite;
import org.entente.model.ledger.Position;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.VerificationKey;
import org.entente.model.sample.Keys;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StreamHead;

/** A channel with two admitted members: one position further with every write. */
final class SampleLedger {
    static final String CHAINCODE = "entente";

    private static final KeyPair AU_KEY = Keys.fresh();
    private static final KeyPair CN_KEY = Keys.fresh();

    final MemberRegistry registry = new MemberRegistry();
    private final Map<Object, StreamHead> heads = new HashMap<>();
    private long block;

    SampleLedger() {
        for (MemberId member : List.of(AU, CN)) {
            admit(member, true);
            publish(member, "key-1", key(member), NOON.minusSeconds(3_600), Optional.empty());
        }
    }

    void admit(MemberId member, boolean admitted) {
        Admission admission = new Admission(member, "Customs of " + member, "did:web:customs.example", admitted);
        put(PublicRecords.admissionKey(member), PublicRecords.write(admission));
    }

    void publish(MemberId member, String keyId, KeyPair key, Instant from, Optional<Instant> until) {
        VerificationKey published =
                VerificationKey.forStatements(keyId, key.getPublic().getEncoded(), from, until);
        put(PublicRecords.keysKey(member), PublicRecords.write(new MemberKeys(member, List.of(published), Map.of())));
    }

    boolean put(String key, byte[] value) {
        return registry.record(next(), key, value);
    }

    /** The batch that an honest author writes next. */
    Batch seal(List<StatementDraft> drafts) {
        return sealAt(
                head(drafts), drafts, "key-1", key(drafts.getFirst().stream().author()));
    }

    StreamHead head(List<StatementDraft> drafts) {
        return heads.getOrDefault(drafts.getFirst().stream(), StreamHead.START);
    }

    /** A batch anywhere by any key; it does not move what {@link #seal} continues. */
    static Batch sealAt(StreamHead head, List<StatementDraft> drafts, String keyId, KeyPair key) {
        return Batch.seal(head, drafts, Keys.signer(keyId, key));
    }

    static KeyPair key(MemberId member) {
        return member.equals(AU) ? AU_KEY : CN_KEY;
    }

    /** Writes a batch as an honest author's transaction does. */
    LedgerWrite write(Batch batch) {
        heads.put(batch.header().stream(), batch.newHead());
        return writeOnly(batch);
    }

    /** Writes a batch from which nobody will continue. */
    LedgerWrite writeOnly(Batch batch) {
        Position at = next();
        String author = batch.header().stream().author().value();
        return new LedgerWrite(
                at,
                "f".repeat(64),
                NOON.plusSeconds(at.block()),
                CHAINCODE,
                author,
                Set.of(author),
                batch.header().stream().collection(),
                Digest.of(batch.header().ledgerKey().getBytes(UTF_8)),
                Digest.of(batch.bytes()),
                2,
                batch.bytes());
    }

    private Position next() {
        return new Position(++block, 0, 0);
    }
}
