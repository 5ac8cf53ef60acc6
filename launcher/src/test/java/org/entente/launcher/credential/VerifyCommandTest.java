package org.entente.launcher.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.document.StatusAddress;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.issue.OriginIssuer;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.seal.Seal;
import org.entente.certs.credential.seal.SealStatus;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.status.StatusBits;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.key.SoftwareKey;
import org.entente.launcher.Main;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.MemberId;
import org.entente.model.member.VerificationKey;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.shipped.ShippedRules;
import org.entente.model.trust.AsOf;
import org.entente.model.trust.Entitlement;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;
import org.entente.model.trust.TrustedKey;
import org.entente.model.trust.TrustedMember;
import org.entente.paper.print.CertificatePaper;
import org.entente.paper.print.CertificatePdf;
import org.entente.paper.print.CredentialFile;
import org.entente.paper.qr.QrCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./entente verify} on files that an administration made. */
class VerifyCommandTest {
    private static final String DID = "did:web:customs.example.id";
    private static final SoftwareKey KEY = SoftwareKey.generate();
    private static final CredentialSigner SIGNER = new CredentialSigner(DID, KEY, Optional.empty());

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Instant issued = Instant.EPOCH;
    private String seal = "";

    @BeforeEach
    void issue() throws IOException {
        Certificate certificate = CertificateJson.parse(
                        Files.readAllBytes(Path.of("../docs/samples/atiga-form-d-clean.json")))
                .certificate()
                .orElseThrow();
        issued = Instant.parse(certificate.issuedAt() + "T04:00:00Z");
        VerificationKey key = new VerificationKey(
                KEY.keyId(),
                KEY.publicKeySpki(),
                Set.of(KeyPurpose.CREDENTIAL),
                issued.minusSeconds(60),
                Optional.empty());
        TrustedIssuer issuer = new TrustedIssuer(
                "Indonesia (sample administration)",
                DID,
                List.of(new TrustedKey(key, Optional.empty())),
                List.of(new Entitlement(Entitlement.ORIGIN_CERTIFICATE, "ATIGA", Optional.empty(), Optional.empty())));
        Trust trust = new Trust(
                Map.of(new MemberId("ID"), new TrustedMember(Set.of(), List.of(), Optional.of(issuer))),
                Optional.of(new AsOf(issued.plusSeconds(600), Optional.empty())));
        write("trust.json", trust.bytes());
        OriginIssuer desk = new OriginIssuer(issuer, SIGNER, ShippedRules.RULE_SETS, new SecureRandom());
        List<StatusEntry> entries = Arrays.stream(StatusPurpose.values())
                .map(purpose -> new StatusEntry(purpose, 7, address(purpose)))
                .toList();
        OriginCredential credential = ((Checked.Accepted<OriginCredential>)
                        desk.draw(certificate, entries, Optional.empty(), issued))
                .value();
        byte[] secured = desk.secure(credential, Securing.VC_JWT, issued);
        write("credential.jwt", secured);
        write("credential.json", desk.secure(credential, Securing.ECDSA_JCS_2019, issued));
        seal = SealText.sign(
                Seal.of(
                        certificate,
                        certificate.issuedAt().plusYears(1),
                        Digest.of(secured),
                        Optional.of(new SealStatus(1, 7))),
                KEY);
        for (StatusPurpose purpose : StatusPurpose.values()) {
            publish(purpose, Set.of());
        }
        print(certificate, secured);
    }

    private void print(Certificate certificate, byte[] secured) throws IOException {
        CertificatePaper paper = new CertificatePaper(
                certificate,
                "ATIGA Form D",
                "Indonesia (sample administration)",
                certificate.issuedAt().plusYears(1),
                CredentialFile.jwt(secured),
                seal,
                "https://customs.example.id/c/sample",
                issued);
        write("certificate.pdf", ((Checked.Accepted<byte[]>) new CertificatePdf(List.of()).print(paper)).value());
        ImageIO.write(
                QrCode.of(seal).image(6), "png", folder.resolve("seal.png").toFile());
        ImageIO.write(
                QrCode.of("something else").image(6),
                "png",
                folder.resolve("other.png").toFile());
    }

    private static String address(StatusPurpose purpose) {
        return StatusAddress.of(DID, StatusAddress.ORIGIN, purpose, 1);
    }

    private void publish(StatusPurpose purpose, Set<Integer> set) throws IOException {
        StatusList list = StatusList.of(
                address(purpose),
                DID,
                purpose,
                StatusBits.of(StatusBits.MIN_ENTRIES, set),
                issued.plusSeconds(60),
                Duration.ofHours(6),
                Duration.ofMinutes(5));
        write(purpose.wire() + ".jwt", SIGNER.secure(list.document(), Securing.VC_JWT, issued.plusSeconds(60)));
    }

    @Test
    void a_good_credential_or_seal_is_valid() {
        for (String subject : List.of(
                file("credential.jwt"), file("credential.json"), file("certificate.pdf"), file("seal.png"), seal)) {
            assertThat(run(subject, true)).as(out + "" + err).isZero();
            assertThat(out.toString()).contains("VALID: certificate of origin", "of ID under ATIGA", "trust: as of");
        }
    }

    @Test
    void an_altered_or_revoked_certificate_is_invalid_and_says_why() throws IOException {
        String json = Files.readString(folder.resolve("credential.json"), UTF_8);
        write(
                "altered.json",
                json.replace("\"exportCountry\":\"ID\"", "\"exportCountry\":\"SG\"")
                        .getBytes(UTF_8));
        assertThat(run(file("altered.json"), true)).isEqualTo(1);
        assertThat(out.toString()).contains("INVALID, because:", "CREDENTIAL_SIGNATURE_INVALID");

        publish(StatusPurpose.REVOCATION, Set.of(7));
        assertThat(run(file("credential.jwt"), true)).isEqualTo(1);
        assertThat(out.toString()).contains("The issuer has revoked the certificate");
        assertThat(run(seal, true)).isEqualTo(1);
    }

    @Test
    void without_status_lists_or_trust_it_could_not_be_checked() throws IOException {
        assertThat(run(file("credential.jwt"), false)).isEqualTo(2);
        assertThat(out.toString()).contains("COULD NOT CHECK, because:", "STATUS_LIST_MISSING");
        write("trust.json", "{\"members\":{},\"trust\":1}".getBytes(UTF_8));
        assertThat(run(seal, true)).isEqualTo(2);
        write("trust.json", "{}".getBytes(UTF_8));
        assertThat(run(seal, true)).isEqualTo(2);
        assertThat(err.toString()).contains("the trust file cannot be used");
    }

    @Test
    void a_picture_or_pdf_without_one_thing_to_check_could_not_be_checked() throws IOException {
        write("broken.pdf", "%PDF-1.7 nothing".getBytes(UTF_8));
        assertThat(run(file("other.png"), true)).isEqualTo(2);
        assertThat(out.toString()).contains("COULD NOT CHECK, because:", "0 seals among 1 QR codes");
        assertThat(run(file("broken.pdf"), true, "--json")).isEqualTo(2);
        assertThat(out.toString()).contains("could not check");
    }

    @Test
    void says_the_same_in_json() {
        assertThat(run(file("credential.jwt"), true, "--json")).isZero();
        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.path("outcome").stringValue()).isEqualTo("valid");
        assertThat(report.path("basis").path("issuer").stringValue()).isEqualTo("ID");
        assertThat(report.path("basis").path("lists").size()).isEqualTo(2);
    }

    @Test
    void what_is_neither_a_file_nor_a_text_of_ours_is_a_wrong_command_line() {
        assertThat(run("no-such-file", true)).isEqualTo(2);
        assertThat(err.toString()).contains("there is no such file");
    }

    private int run(String subject, boolean withLists, String... more) {
        List<String> args = new ArrayList<>(List.of("verify", subject, "--trust", file("trust.json")));
        args.addAll(List.of("--at", issued.plusSeconds(900).toString()));
        if (withLists) {
            args.addAll(List.of("--status", file("revocation.jwt"), "--status", file("suspension.jwt")));
        }
        args.addAll(List.of(more));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }
}
