package org.entente.model.origin.certificate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;

/**
 * What was read of a certificate that may be malformed in places. It lets the rules be checked on everything that is
 * readable, so that whoever sent it learns all findings at once.
 */
public final class CertificateDraft {
    private final Optional<Certificate> tentative;
    private final String pointer;
    private final List<Finding> findings;
    private final Set<String> unreadable;
    private final Set<String> partlyUnreadable;

    CertificateDraft(Optional<Certificate> tentative, String pointer, Findings findings) {
        this.tentative = tentative;
        this.pointer = pointer;
        this.findings = List.copyOf(findings.all());
        // Nearly always there is nothing to keep.
        this.unreadable = findings.hasErrors() ? new HashSet<>() : Set.of();
        this.partlyUnreadable = findings.hasErrors() ? new HashSet<>() : Set.of();
        for (Finding finding : this.findings) {
            if (finding.isError()) {
                unreadable.add(finding.pointer());
                for (String above = finding.pointer(); !above.isEmpty(); above = parent(above)) {
                    partlyUnreadable.add(above);
                }
            }
        }
    }

    /**
     * A draft of a certificate that is well-formed.
     *
     * @param certificate a certificate
     * @return it as a draft without findings, at the root of its document
     */
    public static CertificateDraft of(Certificate certificate) {
        return new CertificateDraft(Optional.of(certificate), "", new Findings());
    }

    /**
     * The certificate.
     *
     * @return empty if anything of it is malformed
     */
    public Optional<Certificate> certificate() {
        return unreadable.isEmpty() ? tentative : Optional.empty();
    }

    /**
     * The certificate with placeholders for what is malformed; only for checks, and only where {@link #isKnown} says so.
     *
     * @return empty if too little could be read
     */
    public Optional<Certificate> tentative() {
        return findings.size() >= Findings.LIMIT ? Optional.empty() : tentative;
    }

    /**
     * What is malformed.
     *
     * @return findings about the form
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Where the certificate stands in its document.
     *
     * @return a JSON Pointer (RFC 6901), empty for the root
     */
    public String pointer() {
        return pointer;
    }

    /**
     * Whether a value was read and is no placeholder.
     *
     * @param member a JSON Pointer inside the certificate, for example {@code /issuedAt}
     * @return true if neither it, nor a part of it, nor what it is a part of is malformed
     */
    public boolean isKnown(String member) {
        if (unreadable.isEmpty()) {
            return true;
        }
        String at = pointer + member;
        if (partlyUnreadable.contains(at)) {
            return false;
        }
        for (String above = at; !above.isEmpty(); above = parent(above)) {
            if (unreadable.contains(above)) {
                return false;
            }
        }
        return !unreadable.contains("");
    }

    private static String parent(String at) {
        return at.substring(0, at.lastIndexOf('/'));
    }
}
