package org.entente.launcher.consortium;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.x509.Certificates;
import org.entente.client.ledger.ClientIdentity;
import org.entente.client.ledger.Deadlines;
import org.entente.client.ledger.PeerEndpoint;
import org.entente.client.member.MembershipClient;
import org.entente.client.member.MembershipOutcome;
import org.entente.embedded.Endpoint;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.model.member.Admission;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.VerificationKey;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.shipped.ShippedRules;

/**
 * What the members do once, together, before anything can be stated: each proposes its own admission with its keys, and the
 * first one the digests of the rule sets; every step is endorsed by the majority's peers. What stands on the ledger already
 * is left as it is.
 */
final class Founding {
    private static final Map<String, String> NAMES = Map.of(
            "AU", "Australia",
            "CN", "China",
            "ID", "Indonesia",
            "SG", "Singapore");

    /** Long: the first calls come while everything on this machine starts at once. */
    private static final Deadlines PATIENT = new Deadlines(
            Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));

    private final NetworkView network;
    private final UnaryOperator<String> dids;
    private final List<MemberId> majority;

    /**
     * A founding.
     *
     * @param network serves
     * @param dids from a member's code to its decentralised identifier
     */
    Founding(NetworkView network, UnaryOperator<String> dids) {
        this.network = network;
        this.dids = dids;
        List<MemberId> members = network.members();
        this.majority = members.subList(0, members.size() / 2 + 1);
    }

    /** Founds, or finds that everything is founded. */
    void run(Map<MemberId, MemberFiles> files) {
        AllAtOnce.run(files.entrySet().stream()
                .map(each -> (Runnable) () -> own(each.getKey(), each.getValue()))
                .toList());
    }

    private void own(MemberId member, MemberFiles files) {
        try (MembershipClient client = administrator(member)) {
            admit(client, member, files);
            if (member.equals(network.members().getFirst())) {
                AllAtOnce.run(ShippedRules.RULE_SETS.all().stream()
                        .map(ruleSet -> (Runnable) () -> publish(client, ruleSet))
                        .toList());
            }
        }
    }

    private MembershipClient administrator(MemberId member) {
        CertifiedKey key = network.administrator(member);
        Endpoint endpoint = network.endpoint(member);
        return MembershipClient.connect(
                new PeerEndpoint(
                        endpoint.host(),
                        endpoint.port(),
                        endpoint.tlsRootPem().getBytes(StandardCharsets.US_ASCII),
                        Optional.empty()),
                ClientIdentity.of(
                        member, Certificates.pem(key.certificate()), key.key().privateKey()),
                NodeSettings.NAMES,
                PATIENT);
    }

    private void admit(MembershipClient client, MemberId member, MemberFiles files) {
        if (client.member(member).map(Admission::admitted).orElse(false)) {
            return;
        }
        char[] password = files.keyPassword();
        List<VerificationKey> published = new ArrayList<>();
        published.add(published(Pkcs12KeyStore.open(files.statementKey(), password), KeyPurpose.STATEMENT));
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            published.add(
                    published(Pkcs12KeyStore.open(files.credentialKey(algorithm), password), KeyPurpose.CREDENTIAL));
        }
        MemberKeys keys = new MemberKeys(member, published, ShippedRules.BOOK.reads());
        demand("admit " + member, client.admit(admission(member), keys, majority));
    }

    /** For as long as its certificate holds. */
    private static VerificationKey published(CertifiedKey key, KeyPurpose purpose) {
        X509Certificate certificate = key.certificate();
        return new VerificationKey(
                key.key().keyId(),
                key.key().publicKeySpki(),
                Set.of(purpose),
                certificate.getNotBefore().toInstant(),
                Optional.of(certificate.getNotAfter().toInstant()));
    }

    static String sampleDid(String code) {
        return "did:web:customs.example." + code.toLowerCase(Locale.ROOT);
    }

    private Admission admission(MemberId member) {
        String name = NAMES.getOrDefault(member.value(), member.value()) + " (sample administration)";
        return new Admission(member, name, dids.apply(member.value()), true);
    }

    private void publish(MembershipClient client, RuleSet ruleSet) {
        if (client.ruleSet(ruleSet.name())
                .filter(ruleSet.publicRecord()::equals)
                .isEmpty()) {
            demand("publish " + ruleSet.name(), client.publishRuleSet(ruleSet.publicRecord(), majority));
        }
    }

    private static void demand(String what, MembershipOutcome outcome) {
        if (outcome instanceof MembershipOutcome.Refused(String code, String words)) {
            throw new ConsortiumFailure(
                    Code.NETWORK,
                    "the network refused to " + what + ": " + code + ", " + words,
                    "The folder may be of another version of Entente: start with a new one.");
        }
    }
}
