package org.entente.api.credential;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.entente.api.account.Caller;
import org.entente.api.certificate.OwnCertificates;
import org.entente.api.node.NodeTrust;
import org.entente.api.node.ProgressView;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.proof.Securing;
import org.entente.client.MemberNode;
import org.entente.model.finding.Checked;
import org.entente.model.json.StrictJson;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.trust.TrustedIssuer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Hands credentials to whoever may have them, once their certificates stand on the ledger. */
@Component
public class Credentials {
    private final CredentialStore store;
    private final OwnCertificates own;
    private final MemberNode node;
    private final MemberId self;
    private final NodeTrust trust;
    private final IssuerKeys keys;
    private final InstantSource clock;

    Credentials(
            CredentialStore store,
            OwnCertificates own,
            MemberNode node,
            MemberId self,
            NodeTrust trust,
            IssuerKeys keys,
            InstantSource clock) {
        this.store = store;
        this.own = own;
        this.node = node;
        this.self = self;
        this.trust = trust;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The credential of a certificate.
     *
     * @param id the certificate
     * @param caller who asks: the exporter, its broker, or an issuing officer
     * @return the credential
     * @throws Refusal as unknown, if the caller may not see it or none was made; with
     *     {@link ApiCode#REQUEST_STATE_CONFLICT} while the certificate does not stand on the ledger
     */
    public HeldCredential of(CertificateId id, Caller caller) {
        HeldCredential held = made(id, caller).orElseThrow(Refusal::unknown);
        ProgressView.Stage stage = stage(held);
        if (stage != ProgressView.Stage.FINAL) {
            throw Refusal.of(ApiCode.REQUEST_STATE_CONFLICT, "the certificate does not stand on the ledger: " + stage);
        }
        return held;
    }

    /**
     * The credential of a certificate, for a page that shows other things too.
     *
     * @param id the certificate
     * @param caller who asks
     * @return the credential; empty where {@link #of} refuses
     */
    public Optional<HeldCredential> standing(CertificateId id, Caller caller) {
        return made(id, caller).filter(held -> stage(held) == ProgressView.Stage.FINAL);
    }

    private Optional<HeldCredential> made(CertificateId id, Caller caller) {
        return own.find(id, caller)
                .flatMap(certificate -> store.find(certificate.certificate().subject()));
    }

    private ProgressView.Stage stage(HeldCredential held) {
        return node.outbox()
                .status(held.statement())
                .map(status -> ProgressView.of(status).stage())
                .orElse(ProgressView.Stage.ACCEPTED);
    }

    /**
     * Secures the claims in another way than as vc+jwt.
     *
     * @param held a credential
     * @param securing how
     * @return the secured credential
     * @throws Refusal if there is no key for it
     */
    public byte[] secured(HeldCredential held, Securing securing) {
        if (securing == Securing.VC_JWT) {
            return held.secured();
        }
        TrustedIssuer issuer = trust.issuer(self).orElseThrow(Refusal::unknown);
        CredentialSigner signer = keys.signer(issuer.did()).orElseThrow(Refusal::unknown);
        Instant now = clock.instant();
        try {
            return signer.secure(document(held), securing, now);
        } catch (IllegalStateException e) {
            throw Refusal.of(
                    ApiCode.REQUEST_ACCEPT_UNSUPPORTED, "this administration has no key for " + securing.wire());
        }
    }

    private static ObjectNode document(HeldCredential held) {
        if (StrictJson.parse(held.document(), Integer.MAX_VALUE)
                instanceof Checked.Accepted<JsonNode>(ObjectNode document, var remarks)) {
            return document;
        }
        throw new IllegalStateException("a stored credential is damaged");
    }

    /**
     * What a link leads to.
     *
     * @param opaque the address in the link
     * @return ciphertext; empty if there is no such link
     */
    public Optional<byte[]> behind(String opaque) {
        return store.encrypted(opaque);
    }
}
