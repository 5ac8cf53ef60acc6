package org.entente.model.fold;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.LedgerWrite;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.VerificationKey;
import org.entente.model.statement.Batch;
import org.entente.model.statement.BatchHeader;
import org.entente.model.statement.SignatureCheck;
import org.entente.model.statement.StatementCode;

/** The checks of architecture rule 5 on one batch: what the ledger says, who signed, and whether that counts here. */
final class BatchChecks {
    private final String chaincode;
    private final SignatureCheck signatures;

    BatchChecks(String chaincode, SignatureCheck signatures) {
        this.chaincode = chaincode;
        this.signatures = signatures;
    }

    /** Whether the ledger shows that the author alone, by Entente's chaincode, wrote exactly these bytes there. */
    void checkLedger(LedgerWrite write, Batch batch, Findings findings) {
        BatchHeader header = batch.header();
        String author = header.stream().author().value();
        if (!write.chaincode().equals(chaincode)) {
            findings.add(StatementCode.BATCH_CHAINCODE_FOREIGN, "", write.chaincode());
        }
        if (!write.collection().equals(header.stream().collection())) {
            findings.add(StatementCode.BATCH_COLLECTION_MISMATCH, "/header", "it stands in " + write.collection());
        }
        if (!write.creatorMsp().equals(author)) {
            findings.add(StatementCode.BATCH_CREATOR_FOREIGN, "/header/author", "created by " + write.creatorMsp());
        }
        if (!write.endorserMsps().equals(Set.of(author))) {
            findings.add(StatementCode.BATCH_ENDORSER_FOREIGN, "/header/author", "endorsed by others");
        }
        if (!Digest.of(header.ledgerKey().getBytes(StandardCharsets.UTF_8)).equals(write.keyHash())) {
            findings.add(StatementCode.BATCH_KEY_MISMATCH, "/header", "the key is not the digest of this header");
        }
        if (write.writesInCollection() != 2) {
            findings.add(StatementCode.BATCH_WRITES_UNEXPECTED, "", write.writesInCollection() + " keys, expected 2");
        }
    }

    /** Whether the signature is the author's and counts where the batch stands. */
    void checkSignature(LedgerWrite write, Batch batch, MemberRegistry registry, Findings findings) {
        BatchHeader header = batch.header();
        if (!registry.isAdmitted(header.stream().author(), write.at())) {
            findings.add(StatementCode.BATCH_AUTHOR_NOT_ADMITTED, "/header/author", "not admitted here");
            return;
        }
        registry.keys(header.stream().author(), write.at())
                .flatMap((MemberKeys keys) -> keys.key(header.keyId()))
                .filter(key -> key.serves(KeyPurpose.STATEMENT) && key.covers(write.timestamp()))
                .ifPresentOrElse(
                        (VerificationKey key) -> {
                            if (!verifies(key, batch)) {
                                findings.add(StatementCode.BATCH_SIGNATURE_INVALID, "/signature", "does not verify");
                            }
                        },
                        () -> findings.add(
                                StatementCode.BATCH_KEY_UNKNOWN, "/header/keyId", "no such key counts here"));
    }

    /** A provider that throws on a hostile key or signature has not verified it. */
    private boolean verifies(VerificationKey key, Batch batch) {
        try {
            return signatures.verifies(key.spki(), batch.header().bytes(), batch.signature());
        } catch (RuntimeException e) {
            return false;
        }
    }
}
