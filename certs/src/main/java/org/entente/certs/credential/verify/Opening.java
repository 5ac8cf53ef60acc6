package org.entente.certs.credential.verify;

import java.util.Arrays;
import java.util.List;
import org.entente.certs.credential.integrity.DataIntegrity;
import org.entente.certs.credential.jose.VcJwt;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.json.ReadJson;
import org.entente.model.json.StrictJson;
import tools.jackson.databind.JsonNode;

/** From bytes to a credential whose signature can be verified, however it is secured. */
public final class Opening {
    private static final String ENVELOPED = "EnvelopedVerifiableCredential";
    private static final String DATA_URL = "data:application/vc+jwt,";

    private Opening() {}

    /**
     * Reads a compact JWS, an EnvelopedVerifiableCredential around one (VCDM 4.13), or JSON with a proof. White space
     * around it is passed over, as a file's last line break.
     *
     * @param bytes what arrived
     * @return the credential, or every reason why it is refused
     */
    public static Checked<SecuredCredential> read(byte[] bytes) {
        if (bytes.length > SecuredCredential.MAX_BYTES) {
            return refused(CredentialCode.CREDENTIAL_TOO_LARGE, "", bytes.length + " bytes");
        }
        // One byte, one character: what is not ASCII is no JWS, and JSON is read from the bytes.
        int from = 0;
        while (from < bytes.length && Character.isWhitespace(bytes[from])) {
            from++;
        }
        if (from < bytes.length && bytes[from] == '{') {
            return json(bytes);
        }
        if (from + 1 >= bytes.length || bytes[from] != 'e' || bytes[from + 1] != 'y') {
            return refused(CredentialCode.CREDENTIAL_FORM_UNKNOWN, "", "starts like neither of them");
        }
        int to = bytes.length;
        while (Character.isWhitespace(bytes[to - 1])) {
            to--;
        }
        return VcJwt.read(from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to));
    }

    private static Checked<SecuredCredential> json(byte[] bytes) {
        return switch (StrictJson.read(bytes, SecuredCredential.MAX_BYTES)) {
            case Checked.Rejected<ReadJson>(var found) -> new Checked.Rejected<>(found);
            case Checked.Accepted<ReadJson>(ReadJson read, var remarks) ->
                read.value().isObject()
                        ? object(read)
                        : refused(CredentialCode.CREDENTIAL_FORM_UNKNOWN, "", "a JSON object is expected");
        };
    }

    private static Checked<SecuredCredential> object(ReadJson read) {
        JsonNode object = read.value();
        JsonNode type = object.path("type");
        if (!type.isString() || !type.stringValue().equals(ENVELOPED)) {
            return DataIntegrity.read(read);
        }
        JsonNode id = object.path("id");
        return id.isString() && id.stringValue().startsWith(DATA_URL)
                ? VcJwt.read(id.stringValue().substring(DATA_URL.length()))
                : refused(CredentialCode.CREDENTIAL_SECURING_UNKNOWN, "/id", "only " + DATA_URL);
    }

    private static Checked<SecuredCredential> refused(CredentialCode code, String pointer, String detail) {
        return new Checked.Rejected<>(List.of(Finding.of(code, pointer, detail)));
    }
}
