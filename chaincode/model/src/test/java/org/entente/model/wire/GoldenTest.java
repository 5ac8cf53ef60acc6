package org.entente.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.model.sample.Samples.AU;
import static org.entente.model.sample.Samples.AU_CN;

import java.security.KeyPair;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Admission;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.RuleSetDigest;
import org.entente.model.member.VerificationKey;
import org.entente.model.sample.CommittedFile;
import org.entente.model.sample.Keys;
import org.entente.model.statement.Batch;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.Salt;
import org.entente.model.statement.SealedStatement;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;
import org.entente.model.statement.StoredHead;
import org.entente.model.statement.StreamHead;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bytes of version 1, which never change. Signed by the example key of RFC 6979 appendix A.2.5. */
class GoldenTest {
    private static final KeyPair KEY = Keys.wellKnown();
    /** The key of RFC 8032 section 7.1, test 1. */
    private static final byte[] ED25519_SPKI = HexFormat.of()
            .parseHex("302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    private static final CommittedFile BATCH = CommittedFile.golden("batch-1.json");

    @Test
    void writes_the_statement_and_its_batch_as_committed() {
        Batch batch = Batch.seal(
                StreamHead.START,
                List.of(
                        draft("a", "certificate/AU/2026/000017", issued()),
                        draft(
                                "b",
                                "\u4e0a\u6d77 \ud83d\ude80 \"\\/\n\u0001\u2028",
                                JsonNodeFactory.instance.objectNode())),
                BATCH.isRegenerated() ? Keys.signer("key-1", KEY) : committedSignature());

        CommittedFile.golden("statement-envelope-1.json")
                .holds(batch.statements().getFirst().bytes());
        BATCH.holds(batch.bytes());
        CommittedFile.golden("head-1.json").holds(StoredHead.after(batch).bytes());
        assertThat(Batch.parse(BATCH.bytes())).isEqualTo(new Checked.Accepted<>(batch, List.of()));
        assertThat(Keys.check()
                        .verifies(KEY.getPublic().getEncoded(), batch.header().bytes(), batch.signature()))
                .isTrue();
        assertThat(SealedStatement.parse(
                        CommittedFile.golden("statement-envelope-1.json").bytes()))
                .isEqualTo(new Checked.Accepted<>(batch.statements().getFirst(), List.of()));
    }

    @Test
    void writes_the_public_records_as_committed() {
        Admission admission = new Admission(AU, "Customs of Australia (sample)", "did:web:customs.example.au", true);
        VerificationKey key = VerificationKey.forStatements(
                "key-1",
                KEY.getPublic().getEncoded(),
                Instant.parse("2026-05-01T00:00:00Z"),
                Optional.of(Instant.parse("2028-05-01T00:00:00Z")));
        VerificationKey credentialKey = new VerificationKey(
                "key-2",
                ED25519_SPKI,
                Set.of(KeyPurpose.CREDENTIAL),
                Instant.parse("2026-05-01T00:00:00Z"),
                Optional.empty());
        MemberKeys keys = new MemberKeys(
                AU,
                List.of(key, credentialKey),
                Map.of("origin.certificate.issued", Set.of(1, 2), "container.sealed", Set.of(1)));
        RuleSetDigest ruleSet = new RuleSetDigest("chafta-2015-1", Digest.of(new byte[0]));

        CommittedFile.golden("member-admission-1.json").holds(PublicRecords.write(admission));
        CommittedFile.golden("member-keys-1.json").holds(PublicRecords.write(keys));
        CommittedFile.golden("ruleset-1.json").holds(PublicRecords.write(ruleSet));
        assertThat(PublicRecords.readAdmission(PublicRecords.write(admission)))
                .isEqualTo(new Checked.Accepted<>(admission, List.of()));
        assertThat(PublicRecords.readKeys(PublicRecords.write(keys)))
                .isEqualTo(new Checked.Accepted<>(keys, List.of()));
        assertThat(PublicRecords.readRuleSet(PublicRecords.write(ruleSet)))
                .isEqualTo(new Checked.Accepted<>(ruleSet, List.of()));
    }

    /** ECDSA signs with a random number: the golden signature is the one that is committed. */
    private static BatchSigner committedSignature() {
        byte[] signature =
                ((Checked.Accepted<Batch>) Batch.parse(BATCH.bytes())).value().signature();
        return new BatchSigner() {
            @Override
            public String keyId() {
                return "key-1";
            }

            @Override
            public byte[] sign(byte[] data) {
                return signature;
            }
        };
    }

    private static StatementDraft draft(String digit, String subject, ObjectNode body) {
        return new StatementDraft(
                AU_CN,
                new StatementId(digit.repeat(64)),
                new StatementType("origin.certificate.issued", 1),
                subject,
                Instant.parse("2026-05-04T10:32:00.120Z"),
                "desk-7",
                new Salt("AAECAwQFBgcICQoLDA0ODw"),
                body);
    }

    private static ObjectNode issued() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("items")
                .addObject()
                .put("quantity", "1200.000")
                .put("number", 1)
                .put("hs", "040221");
        return body.put("place", "Melbourne")
                .put("largest", 9_007_199_254_740_991L)
                .put("duplicate", false);
    }
}
