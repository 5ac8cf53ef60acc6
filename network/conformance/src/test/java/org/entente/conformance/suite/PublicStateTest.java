package org.entente.conformance.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.certs.key.SoftwareKey;
import org.entente.conformance.client.Client;
import org.entente.conformance.observe.Observed;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.RuleSetDigest;
import org.entente.model.member.VerificationKey;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;

/** Members, their keys and rule sets on a network. */
class PublicStateTest extends ConformanceTest {
    @Test
    void a_member_is_admitted_by_the_majority_and_its_keys_are_its_own_from_then_on() throws Exception {
        expelled("ID");
        Transaction admission = call(administrator("AU"), "admitMember", admission("ID"), keys("ID"))
                .endorse();
        assertThat(Envelopes.endorsers(admission)).hasSizeGreaterThanOrEqualTo(3);
        admission.submit();
        await("another peer has it too", () -> reads("readMember", "ID", admission("ID")));

        String later = keys("ID");
        Proposal byOthers = administrator("ID")
                .entente()
                .newProposal("publishKeys")
                .addArguments(later)
                .setEndorsingOrganizations("AU", "CN", "SG")
                .build();
        assertThat(observe(
                                "public/member's keys endorsed by the others",
                                "commit",
                                () -> byOthers.endorse().submit())
                        .status())
                .isEqualTo("ENDORSEMENT_POLICY_FAILURE");
        Proposal byItself = administrator("ID")
                .entente()
                .newProposal("publishKeys")
                .addArguments(later)
                .setEndorsingOrganizations("ID")
                .build();
        assertThat(observe(
                                "public/member's keys endorsed by itself",
                                "commit",
                                () -> byItself.endorse().submit())
                        .status())
                .isEqualTo("VALID");
        assertThat(read("readKeys", "ID")).isEqualTo(later);
    }

    @Test
    void a_member_alone_admits_and_expels_nobody() throws Exception {
        expelled("SG");
        Proposal alone = administrator("AU")
                .entente()
                .newProposal("admitMember")
                .addArguments(admission("SG"), keys("SG"))
                .setEndorsingOrganizations("AU")
                .build();

        assertThat(observe(
                                "public/admission endorsed by one",
                                "commit",
                                () -> alone.endorse().submit())
                        .status())
                .isEqualTo("ENDORSEMENT_POLICY_FAILURE");
    }

    @Test
    void keys_of_another_member_and_calls_by_clients_are_refused() throws Exception {
        refused("another member's keys", call(administrator("AU"), "publishKeys", keys("CN")), "CALLER_NOT_AUTHOR");
        refused("keys by a client", call(client("AU"), "publishKeys", keys("AU")), "CALLER_ROLE_WRONG");
        refused("admission by a client", call(client("AU"), "admitMember", admission("SG"), keys("SG")), "CALLER_ROLE");
        refused("record not canonical", call(administrator("AU"), "publishKeys", keys("AU") + "\n"), "JSON_NOT");
        refused("argument missing", call(administrator("AU"), "admitMember", admission("SG")), "CALL_INVALID");
    }

    @Test
    void a_rule_set_keeps_its_digest() throws Exception {
        String name = "suite-" + SharedNetwork.open().run();
        call(administrator("CN"), "publishRuleSet", ruleSet(name, "ab"))
                .endorse()
                .submit();

        Transaction again =
                call(administrator("SG"), "publishRuleSet", ruleSet(name, "ab")).endorse();
        assertThat(observe("public/same rule set again", "commit", again::submit)
                        .status())
                .isEqualTo("VALID");
        refused("other digest", call(administrator("CN"), "publishRuleSet", ruleSet(name, "cd")), "RULE_SET_CONFLICT");
        assertThat(read("readRuleSet", name)).isEqualTo(ruleSet(name, "ab"));
        assertThat(read("readRuleSet", name + "-none")).isEmpty();
    }

    private static void refused(String name, Proposal proposal, String code) {
        Observed refused = observe("public/" + name, "endorse", proposal::endorse);
        assertThat(refused.status()).isEqualTo("ABORTED");
        assertThat(refused.details()).first().asString().contains("chaincode response 500, " + code);
    }

    /** Whatever earlier runs left. */
    private static void expelled(String member) throws Exception {
        if (read("readMember", member).contains("\"admitted\":true")) {
            call(administrator("AU"), "expelMember", member).endorse().submit();
        }
    }

    private static Proposal call(Client client, String function, String... arguments) {
        return client.entente().newProposal(function).addArguments(arguments).build();
    }

    private static boolean reads(String function, String argument, String value) {
        try {
            return read(function, argument).equals(value);
        } catch (Exception e) {
            return false;
        }
    }

    private static String read(String function, String argument) throws Exception {
        return new String(client("SG").entente().evaluateTransaction(function, argument), UTF_8);
    }

    private static String admission(String member) {
        return text(PublicRecords.write(
                new Admission(new MemberId(member), "Customs of " + member, "did:web:customs.example", true)));
    }

    private static String keys(String member) {
        SoftwareKey key = SoftwareKey.generate();
        VerificationKey published = VerificationKey.forStatements(
                key.keyId(), key.publicKeySpki(), Instant.parse("2026-01-01T00:00:00Z"), Optional.empty());
        return text(PublicRecords.write(new MemberKeys(new MemberId(member), List.of(published), Map.of())));
    }

    private static String ruleSet(String name, String digest) {
        return text(PublicRecords.write(new RuleSetDigest(name, new Digest(digest.repeat(32)))));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
