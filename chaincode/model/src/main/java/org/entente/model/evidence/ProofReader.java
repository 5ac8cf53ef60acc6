package org.entente.model.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.model.finding.Findings;
import org.entente.model.json.Base64Text;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.StrictJson;
import org.entente.model.json.UtcTime;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.VerificationKey;
import org.entente.model.statement.BatchHeader;
import org.entente.model.statement.SealedStatement;
import org.entente.model.statement.StatementLimits;

/** Reads one entry of {@code /proofs}. */
final class ProofReader {
    static final int MAX_KEY_BYTES = 1_024;

    private static final String HEX = "64 hexadecimal digits";

    private final Findings findings;

    ProofReader(Findings findings) {
        this.findings = findings;
    }

    /** A proof that waits for its statement. */
    record Proof(InclusionProof proof, BatchHeader header, byte[] signature, PublishedKey key, LedgerRecord ledger) {
        EvidenceEntry of(SealedStatement statement) {
            return new EvidenceEntry(statement, proof, header, signature, key, ledger);
        }
    }

    /** The parts of a batch that stand in the file. */
    private record SignedHeader(Optional<BatchHeader> header, Optional<byte[]> signature) {}

    Optional<Proof> read(ObjectReader in) {
        Optional<SignedHeader> batch = in.object("batch").map(this::batch);
        Optional<PublishedKey> key = in.object("key").flatMap(this::key);
        Optional<LedgerRecord> ledger = in.object("ledger").flatMap(this::ledger);
        Optional<InclusionProof> merkle = in.object("merkle").flatMap(this::merkle);
        in.end();
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Proof(
                merkle.orElseThrow(),
                batch.flatMap(SignedHeader::header).orElseThrow(),
                batch.flatMap(SignedHeader::signature).orElseThrow(),
                key.orElseThrow(),
                ledger.orElseThrow()));
    }

    private SignedHeader batch(ObjectReader in) {
        Optional<BatchHeader> header = in.object("header").flatMap(inner -> BatchHeader.read(inner, findings));
        Optional<byte[]> signature = base64(in, "signature", EvidenceEntry.MAX_SIGNATURE_BYTES);
        in.end();
        return new SignedHeader(header, signature);
    }

    private Optional<InclusionProof> merkle(ObjectReader in) {
        Optional<Long> index = in.integer("index", 0, StatementLimits.MAX_BATCH_STATEMENTS - 1);
        if (!in.has("path")) {
            findings.add(JsonCode.JSON_MEMBER_MISSING, in.at("path"), "required");
        }
        List<Digest> path = in.parsedList("path", 0, InclusionProof.MAX_PATH, HEX, Digest::new);
        in.end();
        return index.map(each -> new InclusionProof(each.intValue(), path));
    }

    private Optional<PublishedKey> key(ObjectReader in) {
        Optional<String> keyId = in.text("keyId", 64);
        Optional<byte[]> spki = base64(in, "publicKey", MAX_KEY_BYTES);
        Optional<Instant> from = in.parsed("validFrom", "a UTC time (RFC 3339)", UtcTime::parse);
        Optional<Instant> until = in.optionalParsed("validUntil", "a UTC time (RFC 3339)", UtcTime::parse);
        Optional<ObjectReader> published = in.object("published");
        Optional<Position> at = published.flatMap(inner -> position(inner, "block", inner));
        Optional<Digest> transactionId = published.flatMap(inner -> inner.parsed("transactionId", HEX, Digest::new));
        published.ifPresent(ObjectReader::end);
        in.end();
        if (keyId.isEmpty() || spki.isEmpty() || from.isEmpty() || at.isEmpty() || transactionId.isEmpty()) {
            return Optional.empty();
        }
        return orInvalid(
                in,
                () -> new PublishedKey(
                        VerificationKey.forStatements(keyId.get(), spki.get(), from.get(), until),
                        at.get(),
                        transactionId.get()));
    }

    private Optional<LedgerRecord> ledger(ObjectReader in) {
        Optional<String> channel = in.text("channel", LedgerRecord.MAX_NAME_LENGTH);
        Optional<String> chaincode = in.text("chaincode", LedgerRecord.MAX_NAME_LENGTH);
        Optional<String> collection = in.text("collection", LedgerRecord.MAX_NAME_LENGTH);
        Optional<byte[]> envelope = base64(in, "envelope", LedgerRecord.MAX_ENVELOPE_BYTES);
        Optional<Digest> keyHash = in.parsed("keyHash", HEX, Digest::new);
        Optional<Digest> valueHash = in.parsed("valueHash", HEX, Digest::new);
        Optional<Digest> transactionId = in.parsed("transactionId", HEX, Digest::new);
        Optional<Instant> timestamp = in.parsed("timestamp", "a UTC time (RFC 3339)", UtcTime::parse);
        Optional<ObjectReader> block = in.object("blockHeader");
        Optional<Position> at = block.flatMap(inner -> position(inner, "number", in));
        Optional<Digest> previous = block.flatMap(inner -> inner.parsed("previousHash", HEX, Digest::new));
        Optional<Digest> data = block.flatMap(inner -> inner.parsed("dataHash", HEX, Digest::new));
        block.ifPresent(ObjectReader::end);
        in.end();
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new LedgerRecord(
                channel.orElseThrow(),
                chaincode.orElseThrow(),
                at.orElseThrow(),
                transactionId.orElseThrow(),
                timestamp.orElseThrow(),
                collection.orElseThrow(),
                keyHash.orElseThrow(),
                valueHash.orElseThrow(),
                previous.orElseThrow(),
                data.orElseThrow(),
                envelope.orElseThrow()));
    }

    private static Optional<Position> position(ObjectReader ofBlock, String block, ObjectReader ofTransaction) {
        Optional<Long> number = ofBlock.integer(block, 0, StrictJson.LARGEST_INTEGER);
        Optional<Long> transaction = ofTransaction.integer("transaction", 0, Integer.MAX_VALUE);
        return number.isEmpty() || transaction.isEmpty()
                ? Optional.empty()
                : Optional.of(new Position(number.get(), transaction.get().intValue(), 0));
    }

    Optional<byte[]> base64(ObjectReader in, String name, int maxBytes) {
        // Four characters for three bytes, and one group more for the padding.
        Optional<String> text = in.text(name, maxBytes / 3 * 4 + 4);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64Text.parse(text.get());
            if (bytes.length > 0 && bytes.length <= maxBytes) {
                return Optional.of(bytes);
            }
            findings.add(JsonCode.JSON_VALUE_TOO_LONG, in.at(name), bytes.length + " bytes, limit " + maxBytes);
        } catch (IllegalArgumentException e) {
            findings.add(JsonCode.JSON_VALUE_INVALID, in.at(name), "base64 (RFC 4648 section 4) is expected");
        }
        return Optional.empty();
    }

    /** What a record refuses although each of its parts can be read. */
    <T> Optional<T> orInvalid(ObjectReader in, Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (IllegalArgumentException e) {
            findings.add(JsonCode.JSON_VALUE_INVALID, in.pointer(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
