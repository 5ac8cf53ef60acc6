package org.entente.certs.credential.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.verdict.Basis;
import org.entente.certs.credential.verdict.Basis.ListUsed;
import org.entente.certs.credential.verdict.Basis.Step;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.trust.Trust;

/** One check under way: what was found so far, and on what it rests. Not thread-safe. */
final class Progress {
    private final Trust trust;
    private final Findings deciding = new Findings();
    private final List<Finding> remarks = new ArrayList<>();
    private final Set<Step> passed = EnumSet.noneOf(Step.class);
    private final List<ListUsed> lists = new ArrayList<>();
    private Optional<SecuredCredential> credential = Optional.empty();
    private Optional<String> securing = Optional.empty();
    private Optional<String> key = Optional.empty();
    private Optional<MemberId> issuer = Optional.empty();
    private Optional<Position> anchoredAt = Optional.empty();

    Progress(Trust trust) {
        this.trust = trust;
    }

    /** A step that could be taken and found nothing that decides has passed. */
    void step(Step step, boolean possible, Runnable check) {
        int before = deciding.all().size();
        check.run();
        if (possible && deciding.all().size() == before) {
            passed.add(step);
        }
    }

    Findings findings() {
        return deciding;
    }

    /** What does not decide: warnings, notes, and legal data that nobody verified. */
    void remark(Finding finding) {
        remarks.add(finding);
    }

    void secured(SecuredCredential read) {
        credential = Optional.of(read);
        secured(read.securing().wire(), read.key().toString());
    }

    void secured(String how, String byKey) {
        securing = Optional.of(how);
        key = Optional.of(byKey);
    }

    void issuer(MemberId member) {
        issuer = Optional.of(member);
    }

    void anchored(Position position) {
        anchoredAt = Optional.of(position);
    }

    void list(String address, Instant asOf) {
        lists.add(new ListUsed(address, asOf));
    }

    /** Something that decides was found: no value can be valid any more. */
    <T> Verdict<T> verdict(Optional<T> value) {
        List<Finding> because = deciding.all();
        if (deciding.hasErrors()) {
            return new Verdict.Invalid<>(because, remarks, basis());
        }
        if (!because.isEmpty() || value.isEmpty()) {
            return new Verdict.CouldNotCheck<>(because, remarks, basis());
        }
        return new Verdict.Valid<>(value.get(), remarks, basis());
    }

    private Basis basis() {
        return new Basis(
                List.copyOf(passed),
                securing,
                key,
                credential.map(SecuredCredential::contentDigest),
                issuer,
                credential.flatMap(SecuredCredential::signedAt),
                anchoredAt,
                lists,
                trust.asOf());
    }
}
