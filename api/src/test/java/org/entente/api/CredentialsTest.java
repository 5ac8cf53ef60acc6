package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.entente.certs.credential.document.OriginContext;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.link.CredentialLink;
import org.entente.certs.credential.link.EncryptedCredential;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.credential.verify.Opening;
import org.entente.model.finding.Checked;
import org.entente.model.trust.Trust;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an approved certificate becomes for its holder, and what anybody may fetch about it. */
class CredentialsTest {
    private static final Api AU = Stage.shared().au();
    private static final Issuance ISSUANCE = new Issuance(AU, "creds-exporter", "creds-issuer");

    @BeforeAll
    static void accounts() {
        AU.account("creds-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("creds-other", AU.organisation("Another exporter"), Role.EXPORTER);
        AU.account("creds-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
    }

    private static Answer open(String path) {
        return AU.send(HttpRequest.newBuilder(AU.at(path)));
    }

    private static <T> T value(Checked<T> checked) {
        assertThat(checked).isInstanceOf(Checked.Accepted.class);
        return ((Checked.Accepted<T>) checked).value();
    }

    private static OriginCredential credential(byte[] secured) {
        SecuredCredential opened = value(Opening.read(secured));
        assertThat(opened.isSignedBy(Stage.shared().credentialKey("AU").key().publicKeySpki()))
                .isTrue();
        return value(OriginCredential.read(opened.document()));
    }

    @Test
    void its_holder_downloads_a_certificate_as_jwt_and_as_json_of_the_same_claims() {
        String certificate = "/v1/certificates/" + ISSUANCE.issued();
        Answer jwt = AU.get("creds-exporter", certificate + "/credential").expect(200);
        assertThat(jwt.header("Content-Type")).isEqualTo("application/vc+jwt");
        Answer json = AU.send(AU.as("creds-issuer", certificate + "/credential").header("Accept", "application/vc"))
                .expect(200);
        assertThat(json.text("/proof/cryptosuite")).isEqualTo("ecdsa-jcs-2019");
        assertThat(credential(jwt.response().body()))
                .isEqualTo(credential(json.response().body()));
        AU.get("creds-other", certificate + "/credential").problem(404, "REQUEST_TARGET_UNKNOWN");
        AU.get("creds-other", certificate + "/seal").problem(404, "REQUEST_TARGET_UNKNOWN");
        AU.send(AU.as("creds-exporter", certificate + "/credential").header("Accept", "image/png"))
                .problem(406, "REQUEST_ACCEPT_UNSUPPORTED");
        AU.get("creds-exporter", certificate + "/credential?securing=eddsa-jcs-2022")
                .problem(406, "REQUEST_ACCEPT_UNSUPPORTED");
        AU.get("creds-exporter", certificate + "/credential?securing=none").problem(400, "REQUEST_PARAMETER_INVALID");
    }

    @Test
    void the_link_leads_to_ciphertext_that_only_its_key_opens() {
        String certificate = "/v1/certificates/" + ISSUANCE.issued();
        byte[] jwt = AU.get("creds-exporter", certificate + "/credential")
                .expect(200)
                .response()
                .body();
        Answer codes = AU.get("creds-exporter", certificate + "/seal").expect(200);
        assertThat(codes.text("/seal")).startsWith("ENT1:");
        CredentialLink link = value(CredentialLink.parse(codes.text("/link")));
        Answer stored = open("/v1/public/links/" + link.opaque()).expect(200);
        assertThat(value(EncryptedCredential.open(link, stored.response().body())))
                .isEqualTo(jwt);
        open("/v1/public/links/AAAAAAAAAAAAAAAAAAAAAA").problem(404, "REQUEST_TARGET_UNKNOWN");
    }

    @Test
    void anybody_fetches_the_did_document_the_context_and_the_trust_file() {
        Answer did = open("/.well-known/did.json").expect(200);
        assertThat(did.text("/id")).isEqualTo("did:web:au.example");
        assertThat(did.json().at("/verificationMethod").size()).isEqualTo(2);
        assertThat(open(OriginContext.PATH).expect(200).response().body()).isEqualTo(OriginContext.bytes());
        Answer trust = open("/v1/trust").expect(200);
        assertThat(value(Trust.parse(trust.response().body())).memberOf("did:web:cn.example"))
                .isPresent();
        AU.send(HttpRequest.newBuilder(AU.at("/v1/trust")).header("If-None-Match", trust.header("ETag")))
                .expect(304);
    }

    private static boolean isRevoked(StatusEntry entry) {
        Answer answer = open(java.net.URI.create(entry.list()).getPath()).expect(200);
        assertThat(answer.header("Cache-Control")).contains("max-age=300");
        StatusList list = value(
                StatusList.read(value(Opening.read(answer.response().body())).document()));
        assertThat(list.id()).isEqualTo(entry.list());
        assertThat(list.bits().entries()).isGreaterThanOrEqualTo(131_072);
        return list.bits().isSet(entry.index());
    }

    @Test
    void a_cancellation_sets_the_revocation_bit_once_it_stands_and_no_other() {
        String name = ISSUANCE.issued();
        OriginCredential credential = credential(AU.get("creds-exporter", "/v1/certificates/" + name + "/credential")
                .expect(200)
                .response()
                .body());
        StatusEntry revocation = credential.status(StatusPurpose.REVOCATION);
        StatusEntry suspension = credential.status(StatusPurpose.SUSPENSION);
        assertThat(revocation.index()).isEqualTo(suspension.index());
        assertThat(isRevoked(revocation)).isFalse();
        AU.send(AU.post("creds-issuer", "/v1/certificates/" + name + "/cancellation", "{}"))
                .expect(202);
        Until.holds(() -> isRevoked(revocation), revoked -> revoked);
        assertThat(isRevoked(suspension)).isFalse();
    }

    @Test
    void a_list_that_is_none_is_unknown() {
        for (String path : new String[] {
            "/origin/revocation/999", "/origin/message/0", "/other/revocation/0", "/origin/revocation/00"
        }) {
            open("/status-lists" + path).problem(404, "REQUEST_TARGET_UNKNOWN");
        }
    }
}
