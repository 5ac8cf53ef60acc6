package org.entente.api.credential;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.entente.api.node.NodeTrust;
import org.entente.api.node.StatementListener;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.settings.InstanceSettings;
import org.entente.certs.credential.did.DidWeb;
import org.entente.certs.credential.document.LedgerReference;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.document.StatusAddress;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.issue.OriginIssuer;
import org.entente.certs.credential.link.CredentialLink;
import org.entente.certs.credential.link.EncryptedCredential;
import org.entente.certs.credential.link.LinkHost;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.seal.Seal;
import org.entente.certs.credential.seal.SealStatus;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.key.SigningKey;
import org.entente.client.outbox.Receipt;
import org.entente.model.finding.Checked;
import org.entente.model.json.CanonicalJson;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.check.Validity;
import org.entente.model.trust.TrustedIssuer;
import org.springframework.stereotype.Component;

/** Makes the credential of a certificate in the transaction that states it, and notes what cancels one. */
@Component
class CredentialDesk implements StatementListener {
    private final InstanceSettings settings;
    private final IssuerKeys keys;
    private final NodeTrust trust;
    private final RuleSets ruleSets;
    private final StatusEntries entries;
    private final StatusDecisions decisions;
    private final CredentialStore store;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    CredentialDesk(
            InstanceSettings settings,
            IssuerKeys keys,
            NodeTrust trust,
            RuleSets ruleSets,
            StatusEntries entries,
            StatusDecisions decisions,
            CredentialStore store,
            InstantSource clock) {
        this.settings = settings;
        this.keys = keys;
        this.trust = trust;
        this.ruleSets = ruleSets;
        this.entries = entries;
        this.decisions = decisions;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void accepted(OriginStatement statement, Receipt receipt) {
        switch (statement) {
            case OriginStatement.Issued(Certificate certificate) -> issue(certificate, receipt);
            case OriginStatement.Cancelled cancelled ->
                decisions.add(cancelled.certificateId().subject(), StatusPurpose.REVOCATION, receipt.id());
            case OriginStatement.Acknowledged acknowledged -> {}
            case OriginStatement.Used used -> {}
            case OriginStatement.UseReversed reversed -> {}
        }
    }

    private void issue(Certificate certificate, Receipt receipt) {
        Optional<SigningKey> key = keys.key();
        if (key.isEmpty()) {
            return;
        }
        TrustedIssuer issuer = trust.issuer(settings.member())
                .orElseThrow(() -> Refusal.of(
                        ApiCode.REQUEST_STATE_CONFLICT, "the ledger does not name this administration as an issuer"));
        CredentialSigner signer = keys.signer(issuer.did()).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String subject = certificate.id().subject();
        SealStatus place = entries.take(StatusAddress.ORIGIN, subject);
        OriginIssuer drawer = new OriginIssuer(issuer, signer, ruleSets, random);
        OriginCredential credential = drawn(drawer.draw(
                certificate,
                status(issuer, place),
                Optional.of(new LedgerReference(receipt.stream(), receipt.id())),
                now));
        byte[] secured = drawer.secure(credential, Securing.VC_JWT, now);
        Digest digest = Digest.of(secured);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Seal seal = IssuedSeal.of(certificate, today, lastDay(certificate), digest, Optional.of(place));
        CredentialLink link = CredentialLink.create(linkHost(issuer), digest, random);
        HeldCredential held = new HeldCredential(
                subject,
                credential.id().value(),
                receipt.id(),
                receipt.stream().audience(),
                CanonicalJson.bytes(credential.document()),
                secured,
                SealText.sign(seal, key.get()),
                link.text(),
                now);
        store.add(held, link, EncryptedCredential.seal(link, secured, random));
    }

    /** Where the DID leads; without TLS only on this very machine, as in the demo. */
    private LinkHost linkHost(TrustedIssuer issuer) {
        String origin = DidWeb.address(issuer.did(), "");
        boolean plain = origin.matches("https://localhost(:\\d+)?")
                && "http".equals(settings.baseUrl().getScheme());
        return new LinkHost(plain ? origin.replaceFirst("https", "http") : origin);
    }

    private static List<StatusEntry> status(TrustedIssuer issuer, SealStatus place) {
        return List.of(entry(issuer, StatusPurpose.REVOCATION, place), entry(issuer, StatusPurpose.SUSPENSION, place));
    }

    private static StatusEntry entry(TrustedIssuer issuer, StatusPurpose purpose, SealStatus place) {
        return new StatusEntry(
                purpose, place.index(), StatusAddress.of(issuer.did(), StatusAddress.ORIGIN, purpose, place.list()));
    }

    private static OriginCredential drawn(Checked<OriginCredential> drawn) {
        return switch (drawn) {
            case Checked.Accepted<OriginCredential>(var credential, var remarks) -> credential;
            case Checked.Rejected<OriginCredential>(var findings) ->
                throw new Refusal(ApiCode.REQUEST_REFUSED, "no credential can be made of it", findings);
        };
    }

    private LocalDate lastDay(Certificate certificate) {
        return Validity.on(certificate, ruleSets.named(certificate.ruleSet()).orElseThrow(), certificate.issuedAt())
                .until();
    }
}
