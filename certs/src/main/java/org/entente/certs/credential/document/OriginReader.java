package org.entente.certs.credential.document;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.certs.credential.did.DidWeb;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.UtcTime;
import org.entente.model.member.StreamId;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateDraft;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.statement.StatementId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one credential and collects everything that is wrong. */
final class OriginReader {
    static final String LEDGER_STATEMENT = "LedgerStatement";

    static final String SUBJECT = "/credentialSubject";
    private static final int MAX_TEXT = 500;

    private final Findings findings = new Findings();

    Checked<OriginCredential> read(ObjectNode document) {
        Optional<OriginCredential> read =
                ObjectReader.of(document, "", findings).flatMap(this::members);
        return findings.hasErrors() || read.isEmpty()
                ? new Checked.Rejected<>(findings.all())
                : new Checked.Accepted<>(read.get(), List.of());
    }

    private Optional<OriginCredential> members(ObjectReader in) {
        fixed(
                in,
                "type",
                List.of("VerifiableCredential", OriginCredential.TYPE),
                CredentialCode.CREDENTIAL_TYPE_UNKNOWN);
        Optional<CredentialId> id = in.parsed("id", "a credential's id", CredentialId::new);
        Optional<Issuer> issuer = in.object("issuer").flatMap(this::issuer);
        Optional<Instant> from = in.parsed("validFrom", "a UTC time in whole seconds", OriginReader::seconds);
        Optional<Instant> until = in.parsed("validUntil", "a UTC time in whole seconds", OriginReader::seconds);
        List<StatusEntry> status = status(in);
        List<ObjectReader> resources = in.objects("relatedResource", 1, 1);
        Optional<LedgerReference> statement = in.has("evidence")
                ? in.objects("evidence", 1, 1).stream().findFirst().flatMap(this::statement)
                : Optional.empty();
        Optional<Certificate> certificate = in.any("credentialSubject").flatMap(this::certificate);
        issuer.ifPresent(each -> context(in, each.did(), resources));
        if (issuer.isEmpty()) {
            in.has("@context");
        }
        in.end();
        issuer.ifPresent(each -> addresses(each.did(), id, status));
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            findings.add(CredentialCode.CREDENTIAL_PERIOD_INVALID, "/validUntil", "later than validFrom");
        }
        if (findings.hasErrors() || certificate.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OriginCredential(
                id.orElseThrow(),
                issuer.orElseThrow().did(),
                issuer.orElseThrow().name(),
                from.orElseThrow(),
                until.orElseThrow(),
                status,
                statement,
                certificate.get()));
    }

    private record Issuer(String did, String name) {}

    private Optional<Issuer> issuer(ObjectReader in) {
        Optional<String> did = in.parsed("id", "did:web of a host", text -> {
            if (DidWeb.host(text).isEmpty()) {
                throw new IllegalArgumentException("another DID");
            }
            return text;
        });
        Optional<String> name = in.text("name", 200);
        in.end();
        return did.isPresent() && name.isPresent() ? Optional.of(new Issuer(did.get(), name.get())) : Optional.empty();
    }

    /** Safe mode: only contexts that are known by content, so that no term can mean something else elsewhere. */
    private void context(ObjectReader in, String did, List<ObjectReader> resources) {
        String own = OriginContext.address(did);
        fixed(in, "@context", List.of(OriginContext.CREDENTIALS_V2, own), CredentialCode.CREDENTIAL_CONTEXT_UNKNOWN);
        for (ObjectReader resource : resources) {
            Optional<String> id = resource.text("id", MAX_TEXT);
            Optional<String> digest = resource.text("digestSRI", MAX_TEXT);
            resource.end();
            if (id.isPresent() && !id.get().equals(own)) {
                findings.add(CredentialCode.CREDENTIAL_CONTEXT_UNKNOWN, resource.at("id"), "only the context");
            }
            if (digest.isPresent() && !digest.get().equals(OriginContext.DIGEST_SRI)) {
                findings.add(
                        CredentialCode.CREDENTIAL_CONTEXT_UNKNOWN,
                        resource.at("digestSRI"),
                        "not the context that is known here");
            }
        }
    }

    private void fixed(ObjectReader in, String name, List<String> expected, CredentialCode code) {
        List<String> given = in.parsedList(name, 1, 10, "a text", text -> text);
        if (!given.isEmpty() && !given.equals(expected)) {
            findings.add(code, in.at(name), "only " + expected);
        }
    }

    private List<StatusEntry> status(ObjectReader in) {
        List<StatusEntry> entries = new ArrayList<>();
        if (in.any("credentialStatus").isEmpty()) {
            return entries;
        }
        List<ObjectReader> readers = in.objects("credentialStatus", 1, 2);
        JsonNode list = in.any("credentialStatus").orElseThrow();
        for (int i = 0; i < readers.size() && i < list.size(); i++) {
            ObjectReader entry = readers.get(i);
            for (String name : List.of("type", "statusPurpose", "statusListIndex", "statusListCredential")) {
                entry.has(name);
            }
            Optional<String> id = entry.optionalText("id", MAX_TEXT + 20);
            entry.end();
            switch (StatusEntry.read(list.get(i), entry.pointer())) {
                case Checked.Accepted<StatusEntry>(var value, var remarks) -> {
                    entries.add(value);
                    if (!id.orElse(idOf(value)).equals(idOf(value))) {
                        findings.add(CredentialCode.CREDENTIAL_ADDRESS_FOREIGN, entry.at("id"), "not of this entry");
                    }
                }
                case Checked.Rejected<StatusEntry>(var found) -> found.forEach(findings::add);
            }
        }
        if (!findings.hasErrors()
                && !entries.stream()
                        .map(StatusEntry::purpose)
                        .toList()
                        .equals(List.of(StatusPurpose.REVOCATION, StatusPurpose.SUSPENSION))) {
            findings.add(CredentialCode.CREDENTIAL_STATUS_MISSING, "/credentialStatus", "revocation, then suspension");
        }
        return entries;
    }

    private static String idOf(StatusEntry entry) {
        return entry.list() + "#" + entry.index();
    }

    private void addresses(String did, Optional<CredentialId> id, List<StatusEntry> status) {
        if (id.isPresent() && !id.get().isOf(did)) {
            findings.add(CredentialCode.CREDENTIAL_ADDRESS_FOREIGN, "/id", "another host than the issuer's");
        }
        String host = DidWeb.address(did, "/");
        for (int i = 0; i < status.size(); i++) {
            if (!status.get(i).list().startsWith(host)) {
                findings.add(
                        CredentialCode.CREDENTIAL_ADDRESS_FOREIGN,
                        "/credentialStatus/" + i + "/statusListCredential",
                        "another host than the issuer's");
            }
        }
    }

    private Optional<LedgerReference> statement(ObjectReader in) {
        fixed(in, "type", List.of(LEDGER_STATEMENT), CredentialCode.CREDENTIAL_TYPE_UNKNOWN);
        Optional<StatementId> id = in.parsed("statementId", "64 hexadecimal digits", StatementId::new);
        Optional<StreamId> stream = in.parsed("stream", "a stream such as AU-CN", StreamId::ofCollection);
        in.end();
        return id.isPresent() && stream.isPresent()
                ? Optional.of(new LedgerReference(stream.get(), id.get()))
                : Optional.empty();
    }

    private Optional<Certificate> certificate(JsonNode node) {
        if (!(node instanceof ObjectNode given)) {
            findings.add(JsonCode.JSON_TYPE_WRONG, SUBJECT, "an object is expected");
            return Optional.empty();
        }
        ObjectReader.of(given, SUBJECT, findings)
                .ifPresent(in -> fixed(
                        in,
                        PartyIds.TYPE,
                        List.of(OriginCredential.SUBJECT_TYPE),
                        CredentialCode.CREDENTIAL_TYPE_UNKNOWN));
        PartyIds.foreign(given)
                .forEach(
                        at -> findings.add(JsonCode.JSON_MEMBER_UNKNOWN, SUBJECT + at, "not a member of this version"));
        ObjectNode certificate = PartyIds.toCertificate(given);
        CertificateDraft draft = CertificateJson.read(certificate, "");
        draft.findings()
                .forEach(each -> findings.add(
                        new Finding(each.code(), OriginCredential.pointer(each.pointer()), each.detail(), each.law())));
        return draft.certificate();
    }

    /** One spelling of one moment, without fractions. */
    private static Instant seconds(String text) {
        Instant moment = UtcTime.parse(text);
        if (!moment.equals(moment.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("a fraction of a second");
        }
        return moment;
    }
}
