package org.entente.api.credential;

import java.time.InstantSource;
import java.util.List;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.verify.Opening;
import org.entente.model.finding.Checked;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.check.Validity;
import org.entente.paper.print.CertificatePaper;
import org.entente.paper.print.CertificatePdf;
import org.entente.paper.print.CredentialFile;
import org.springframework.stereotype.Component;

/** Prints credentials. */
@Component
public class CertificatePrinting {
    private final RuleSets ruleSets;
    private final InstantSource clock;
    private final CertificatePdf printer = new CertificatePdf(List.of());

    CertificatePrinting(RuleSets ruleSets, InstantSource clock) {
        this.ruleSets = ruleSets;
        this.clock = clock;
    }

    /**
     * The certificate on paper.
     *
     * @param held a credential that stands
     * @return a PDF/A-3 with the credential inside
     * @throws Refusal if a character of it cannot be printed
     */
    public byte[] print(HeldCredential held) {
        OriginCredential credential = read(held);
        Certificate certificate = credential.certificate();
        RuleSet ruleSet = ruleSets.named(certificate.ruleSet()).orElseThrow();
        return switch (printer.print(new CertificatePaper(
                certificate,
                ruleSet.title(),
                credential.issuerName(),
                Validity.on(certificate, ruleSet, certificate.issuedAt()).until(),
                CredentialFile.jwt(held.secured()),
                held.seal(),
                held.link(),
                clock.instant()))) {
            case Checked.Accepted<byte[]>(var pdf, var remarks) -> pdf;
            case Checked.Rejected<byte[]>(var findings) ->
                throw new Refusal(ApiCode.REQUEST_REFUSED, "it cannot be printed", findings);
        };
    }

    private static OriginCredential read(HeldCredential held) {
        if (Opening.read(held.secured()) instanceof Checked.Accepted<SecuredCredential>(var secured, var remarks)
                && OriginCredential.read(secured.document())
                        instanceof Checked.Accepted<OriginCredential>(var credential, var more)) {
            return credential;
        }
        throw new IllegalStateException("a stored credential is damaged");
    }
}
