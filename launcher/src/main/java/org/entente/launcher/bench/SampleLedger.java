package org.entente.launcher.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.statement.StatementSignatures;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.LedgerWrite;
import org.entente.model.ledger.Position;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.StreamId;
import org.entente.model.member.VerificationKey;
import org.entente.model.statement.Batch;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StreamHead;

/** Signed batches of one stream, made once and kept in a file: as much ledger as a fold can be given. */
final class SampleLedger {
    /** How many statements a batch holds. */
    static final int BATCH = 1_000;

    static final String CHAINCODE = "entente";
    private static final Instant KEYS_FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant BEGIN = Instant.parse("2026-03-05T00:00:00Z");

    private final Path file;
    private final StreamId stream = BenchStage.oneStream();
    private final SoftwareKey key = SoftwareKey.generate();
    private final int statements;

    private SampleLedger(Path file, int statements) {
        this.file = file;
        this.statements = statements;
    }

    static SampleLedger generate(Path file, int statements) throws IOException {
        SampleLedger ledger = new SampleLedger(file, statements);
        ledger.write();
        return ledger;
    }

    private void write() throws IOException {
        SampleStatements samples = new SampleStatements();
        BatchSigner signer = StatementSignatures.signer(key);
        StreamHead head = StreamHead.START;
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int done = 0; done < statements; done += BATCH) {
                List<StatementDraft> drafts = new ArrayList<>(BATCH);
                for (int i = done; i < Math.min(done + BATCH, statements); i++) {
                    drafts.add(samples.draft(stream));
                }
                Batch batch = Batch.seal(head, drafts, signer);
                head = batch.newHead();
                byte[] ledgerKey = batch.header().ledgerKey().getBytes(StandardCharsets.UTF_8);
                out.write(Digest.of(ledgerKey).raw());
                out.writeInt(batch.bytes().length);
                out.write(batch.bytes());
            }
        }
    }

    int statements() {
        return statements;
    }

    StreamId stream() {
        return stream;
    }

    /** What the members published before, by key. */
    Map<String, byte[]> publicRecords() {
        Map<String, byte[]> records = new LinkedHashMap<>();
        for (var member : List.of(stream.author(), stream.audience())) {
            Admission admission = new Admission(member, "Sample of " + member, "did:web:customs.example", true);
            records.put(PublicRecords.admissionKey(member), PublicRecords.write(admission));
            VerificationKey published =
                    VerificationKey.forStatements(key.keyId(), key.publicKeySpki(), KEYS_FROM, Optional.empty());
            records.put(
                    PublicRecords.keysKey(member),
                    PublicRecords.write(new MemberKeys(member, List.of(published), SampleRules.BOOK.reads())));
        }
        return records;
    }

    /** The same as a fold is given it. */
    MemberRegistry registry() {
        MemberRegistry registry = new MemberRegistry();
        publicRecords().forEach((name, value) -> registry.record(new Position(0, 0, 0), name, value));
        return registry;
    }

    /** Somebody who takes the writes. */
    @FunctionalInterface
    interface Reader {
        /** Takes the next. */
        void take(LedgerWrite write) throws IOException;
    }

    /** Every write in ledger order, one a block. */
    void read(Reader reader) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int blocks = (statements + BATCH - 1) / BATCH;
            for (int block = 1; block <= blocks; block++) {
                Digest keyHash = Digest.ofRaw(in.readNBytes(32));
                byte[] value = in.readNBytes(in.readInt());
                reader.take(new LedgerWrite(
                        new Position(block, 0, 0),
                        Digest.of(new byte[] {(byte) block}).hex(),
                        BEGIN.plusSeconds(block),
                        CHAINCODE,
                        stream.author().value(),
                        Set.of(stream.author().value()),
                        stream.collection(),
                        keyHash,
                        Digest.of(value),
                        2,
                        value));
            }
        }
    }
}
