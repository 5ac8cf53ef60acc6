package org.entente.api.verification;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.api.account.Caller;
import org.entente.api.account.Role;
import org.entente.api.audit.Audit;
import org.entente.api.certificate.CertificateName;
import org.entente.api.certificate.CertificateReading;
import org.entente.api.problem.Refusal;
import org.entente.api.verification.VerificationView.Evidence;
import org.entente.api.verification.VerificationView.Facts;
import org.entente.certs.credential.verdict.Basis;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.trust.AsOf;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Checks certificates for officers and for everybody, for whatever door they come through. */
@Component
public class Verification {
    private final Checking checking;
    private final UncheckedStore unchecked;
    private final Pieces pieces;
    private final Rechecking rechecking;
    private final MessageSource messages;
    private final Audit audit;
    private final InstantSource clock;

    Verification(
            Checking checking,
            UncheckedStore unchecked,
            Pieces pieces,
            Rechecking rechecking,
            MessageSource messages,
            Audit audit,
            InstantSource clock) {
        this.checking = checking;
        this.unchecked = unchecked;
        this.pieces = pieces;
        this.rechecking = rechecking;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Checks for an officer of this administration, and notes that it did.
     *
     * @param presented what the officer has
     * @param caller the officer
     * @param language for words
     * @return everything that is known of it
     * @throws Refusal if too many files are being read
     */
    public VerificationView forOfficer(Presented presented, Caller caller, Locale language) {
        UUID id = UUID.randomUUID();
        Instant presentedAt = clock.instant();
        Checked<List<Presented>> opened = checking.open(presented, FileReading.Door.OFFICER);
        Result result = checking.check(opened);
        VerificationView view = view(id, result, keep(id, presentedAt, opened, result, caller), language);
        audit.note(
                caller,
                "certificate.verified",
                view.facts() == null ? id.toString() : subject(view.facts().id()),
                view.outcome() + " " + view.kind());
        return view;
    }

    /** Only an officer who may decide about goods decides provisionally. */
    private Optional<Instant> keep(
            UUID id, Instant presentedAt, Checked<List<Presented>> opened, Result result, Caller caller) {
        if (result.outcome() != VerificationView.Outcome.COULD_NOT_CHECK
                || !caller.has(Role.VERIFYING_OFFICER)
                || !(opened instanceof Checked.Accepted<List<Presented>>(var found, var remarks))) {
            return Optional.empty();
        }
        return pieces.write(found)
                .map(content -> unchecked.keep(
                        new UncheckedStore.Unchecked(
                                id,
                                result.certificate().map(CertificateName::of).orElse(""),
                                rechecking.write(result.because()),
                                content,
                                presentedAt),
                        caller));
    }

    private static String subject(String name) {
        return CertificateName.read(name).subject();
    }

    /**
     * Checks for anybody.
     *
     * @param presented what somebody has; a number alone is refused
     * @param language for words
     * @return whether it stands, who issued it and when: nothing that the document itself does not show
     * @throws Refusal if too many files are being read
     */
    public PublicView forAnybody(Presented presented, Locale language) {
        if (presented instanceof Presented.Numbered) {
            throw new IllegalArgumentException("numbers are for officers");
        }
        Result result = checking.check(checking.open(presented, FileReading.Door.ANYBODY));
        Optional<Facts> facts = facts(result);
        return new PublicView(
                now(),
                result.outcome(),
                result.because().stream()
                        .map(finding -> ReasonView.of(finding, messages, language))
                        .map(reason -> new PublicView.Reason(reason.code(), reason.words()))
                        .distinct()
                        .toList(),
                facts.map(Facts::issuer).orElse(null),
                facts.map(Facts::issuerName).orElse(null),
                facts.map(Facts::issuedOn).orElse(null),
                facts.map(Facts::from).orElse(null),
                facts.map(Facts::until).orElse(null),
                newest(result).orElse(null),
                completeUpTo(result).orElse(null));
    }

    private static Optional<Long> completeUpTo(Result result) {
        return result.copy()
                .map(copy -> copy.completeUpTo().block())
                .or(() -> result.basis().trust().flatMap(AsOf::position).map(next -> next.block() - 1));
    }

    private VerificationView view(UUID id, Result result, Optional<Instant> decidableUntil, Locale language) {
        return new VerificationView(
                id,
                now(),
                result.kind(),
                result.outcome(),
                reasons(result.because(), language),
                reasons(result.remarks(), language),
                facts(result).orElse(null),
                result.content().map(CertificateJson::write).orElse(null),
                evidence(result),
                newest(result).orElse(null),
                result.copy()
                        .flatMap(copy -> result.certificate()
                                .flatMap(certificate ->
                                        CertificateReading.standing(certificate, copy.partner(), copy.answer())))
                        .orElse(null),
                result.copy().map(copy -> result.statedAt().isPresent()).orElse(null),
                result.choices().stream()
                        .map(choice -> facts(choice, result.trust(), Optional.empty(), Optional.empty()))
                        .toList(),
                decidableUntil
                        .map(until -> until.truncatedTo(ChronoUnit.MILLIS))
                        .orElse(null));
    }

    private List<ReasonView> reasons(List<Finding> findings, Locale language) {
        return findings.stream()
                .map(finding -> ReasonView.of(finding, messages, language))
                .toList();
    }

    /** Only of what its issuer signed or stated: anything else could show anything. */
    private static Optional<Facts> facts(Result result) {
        boolean proven = result.basis().passed().contains(Basis.Step.PROOF)
                || result.copy().flatMap(LedgerCopy.Copy::state).isPresent();
        return result.certificate()
                .filter(id -> proven)
                .map(id -> facts(id, result.trust(), issuedOn(result), result.validity()));
    }

    private static Optional<LocalDate> issuedOn(Result result) {
        return result.content()
                .map(Certificate::issuedAt)
                .or(() -> result.validity().map(period -> LocalDate.ofInstant(period.from(), ZoneOffset.UTC)));
    }

    private static Facts facts(
            CertificateId id, Trust trust, Optional<LocalDate> issuedOn, Optional<Result.Period> validity) {
        return new Facts(
                CertificateName.of(id),
                id.issuer().value(),
                trust.of(id.issuer()).issuer().map(TrustedIssuer::name).orElse(""),
                id.agreement().value(),
                id.referenceNo().value(),
                issuedOn.orElse(null),
                validity.map(Result.Period::from).orElse(null),
                validity.map(Result.Period::until).orElse(null));
    }

    private static Evidence evidence(Result result) {
        Basis basis = result.basis();
        return new Evidence(
                basis.passed().stream().map(Enum::name).toList(),
                basis.securing().orElse(null),
                basis.key().orElse(null),
                basis.content().map(Digest::hex).orElse(null),
                basis.signedAt().orElse(null),
                basis.trust()
                        .flatMap(asOf -> asOf.position()
                                .map(position -> new VerificationView.Ledger(position.block(), asOf.time())))
                        .orElse(null),
                result.statedAt()
                        .map(at -> new VerificationView.Place(at.block(), at.transaction(), at.index()))
                        .orElse(null),
                basis.lists().stream()
                        .map(list -> new VerificationView.ListUsed(list.address(), list.asOf()))
                        .toList());
    }

    private static Optional<Instant> newest(Result result) {
        return Stream.concat(
                        result.basis().trust().map(AsOf::time).stream(),
                        result.basis().lists().stream().map(Basis.ListUsed::asOf))
                .max(Instant::compareTo);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
