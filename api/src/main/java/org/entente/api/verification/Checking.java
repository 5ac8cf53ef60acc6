package org.entente.api.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.api.credential.Credentials;
import org.entente.api.node.NodeTrust;
import org.entente.api.partner.PartnerLinks;
import org.entente.api.problem.Refusal;
import org.entente.api.verification.VerificationView.Outcome;
import org.entente.certs.credential.did.DidWeb;
import org.entente.certs.credential.link.CredentialLink;
import org.entente.certs.credential.link.EncryptedCredential;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.verdict.Basis;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.member.MemberId;
import org.entente.model.trust.Trust;
import org.springframework.stereotype.Component;

/** Finds out what was presented, and has it checked. Never throws for whatever was presented. */
@Component
class Checking {
    private static final String LINK = "http";

    private final CredentialChecking credentials;
    private final SealChecking seals;
    private final NumberChecking numbers;
    private final FileReading files;
    private final Credentials own;
    private final PartnerLinks partners;
    private final NodeTrust trust;
    private final MemberId self;
    private final InstantSource clock;

    Checking(
            CredentialChecking credentials,
            SealChecking seals,
            NumberChecking numbers,
            FileReading files,
            Credentials own,
            PartnerLinks partners,
            NodeTrust trust,
            MemberId self,
            InstantSource clock) {
        this.credentials = credentials;
        this.seals = seals;
        this.numbers = numbers;
        this.files = files;
        this.own = own;
        this.partners = partners;
        this.trust = trust;
        this.self = self;
        this.clock = clock;
    }

    /**
     * What can be checked in what was presented: a file may hold several things.
     *
     * @throws Refusal if too many files are being read
     */
    Checked<List<Presented>> open(Presented presented, FileReading.Door door) {
        return presented instanceof Presented.Upload(byte[] bytes)
                ? files.read(bytes, door)
                : new Checked.Accepted<>(List.of(presented), List.of());
    }

    Result check(Checked<List<Presented>> opened) {
        return check(opened, Moments.of(clock.instant()));
    }

    /** Checks what was presented earlier. */
    Result check(Checked<List<Presented>> opened, Instant presentedAt) {
        return check(opened, new Moments(clock.instant(), presentedAt));
    }

    private Result check(Checked<List<Presented>> opened, Moments at) {
        return switch (opened) {
            case Checked.Rejected<List<Presented>>(var findings) -> nothing(findings, trust.now());
            case Checked.Accepted<List<Presented>>(var found, var remarks) ->
                one(found.stream().map(each -> check(each, at)).toList());
        };
    }

    /** All of one answer rests on one position of the ledger: the trust is asked for here, and handed on. */
    private Result check(Presented presented, Moments at) {
        Trust known = trust.now();
        return switch (presented) {
            case Presented.Numbered number -> numbers.check(number, known, at);
            case Presented.Code(String text) -> code(text.strip(), known, at);
            case Presented.Content(byte[] bytes) -> credentials.check(bytes, known, at);
            case Presented.Upload upload -> throw new IllegalArgumentException("a file is opened first");
        };
    }

    /** A paper's seal and link, or its credential in two forms, are one certificate; anything invalid makes it invalid. */
    private Result one(List<Result> results) {
        if (results.stream()
                        .flatMap(result -> result.certificate().stream())
                        .distinct()
                        .count()
                > 1) {
            return nothing(List.of(Finding.of(VerificationCode.VERIFICATION_CONTENT_AMBIGUOUS, "", "")), trust.now());
        }
        return Stream.of(Outcome.INVALID, Outcome.VALID, Outcome.COULD_NOT_CHECK)
                .flatMap(outcome -> results.stream().filter(result -> result.outcome() == outcome))
                .findFirst()
                .orElseGet(() ->
                        nothing(List.of(Finding.of(VerificationCode.VERIFICATION_CONTENT_EMPTY, "", "")), trust.now()));
    }

    private Result code(String text, Trust known, Moments at) {
        if (text.isEmpty()) {
            return nothing(
                    List.of(Finding.of(VerificationCode.VERIFICATION_CONTENT_EMPTY, "", "nothing was given")), known);
        }
        if (SealText.isSeal(text)) {
            return seals.check(text, known, at);
        }
        if (!text.startsWith(LINK)) {
            return credentials.check(text.getBytes(StandardCharsets.UTF_8), known, at);
        }
        return switch (CredentialLink.parse(text)) {
            case Checked.Rejected<CredentialLink>(var findings) -> nothing(findings, known);
            case Checked.Accepted<CredentialLink>(var link, var remarks) -> link(link, known, at);
        };
    }

    /** A QR code is written by anybody: only hosts of members are asked, and the own one without any network. */
    private Result link(CredentialLink link, Trust known, Moments at) {
        String host = link.host().origin().substring(link.host().origin().indexOf("//") + 2);
        Optional<MemberId> member = known.memberOf(DidWeb.of(host));
        if (member.isEmpty()) {
            return nothing(List.of(Finding.of(VerificationCode.VERIFICATION_LINK_FOREIGN, "", host)), known);
        }
        Optional<byte[]> stored = member.get().equals(self)
                ? own.behind(link.opaque())
                : partners.behind(member.get(), known, link.opaque());
        if (stored.isEmpty()) {
            return nothing(List.of(Finding.of(VerificationCode.VERIFICATION_LINK_UNREACHABLE, "", host)), known);
        }
        return switch (EncryptedCredential.open(link, stored.get())) {
            case Checked.Rejected<byte[]>(var findings) -> nothing(findings, known);
            // The partner may have taken its time: what the ledger has said since counts.
            case Checked.Accepted<byte[]>(var bytes, var remarks) -> credentials.check(bytes, trust.now(), at);
        };
    }

    private static Result nothing(List<Finding> findings, Trust known) {
        return new Result(
                VerificationView.Kind.NOTHING,
                findings,
                List.of(),
                new Basis(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        known.asOf()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                known);
    }
}
