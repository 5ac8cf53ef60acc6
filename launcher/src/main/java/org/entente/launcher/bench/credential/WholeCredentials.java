package org.entente.launcher.bench.credential;

import static org.entente.launcher.bench.credential.FormWork.must;

import java.util.List;
import java.util.stream.IntStream;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.certs.credential.verify.CredentialVerifier;
import org.entente.certs.credential.verify.Opening;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.finding.Checked;

/** The work with whole credentials. */
final class WholeCredentials {
    private WholeCredentials() {}

    static FormWork of(CredentialScene scene, Securing securing) {
        SoftwareKey key = scene.key(securing.algorithm());
        RawSignature raw = new RawSignature(key);
        byte[] spki = key.publicKeySpki();
        List<OriginCredential> drawn = IntStream.range(0, CredentialScene.CERTIFICATES)
                .mapToObj(scene::draw)
                .toList();
        List<byte[]> secured = drawn.stream()
                .map(each -> scene.issuer().secure(each, securing, scene.issued()))
                .toList();
        List<byte[]> signed =
                secured.stream().map(each -> open(each).signedBytes()).toList();
        List<byte[]> signatures = signed.stream().map(raw::sign).toList();
        CredentialVerifier verifier = scene.verifier();
        return new FormWork(
                raw.provider(),
                secured.getFirst().length,
                signed.getFirst().length,
                which -> raw.sign(signed.get(which)),
                which -> scene.issuer().secure(drawn.get(which), securing, scene.issued()),
                which -> scene.issuer().secure(scene.draw(which), securing, scene.issued()),
                which -> must(raw.verifies(signed.get(which), signatures.get(which))),
                which -> must(open(secured.get(which)).isSignedBy(spki)),
                which -> must(verifier.verify(secured.get(which), scene.now()) instanceof Verdict.Valid<?>));
    }

    private static SecuredCredential open(byte[] bytes) {
        if (Opening.read(bytes) instanceof Checked.Accepted<SecuredCredential>(var credential, var remarks)) {
            return credential;
        }
        throw new IllegalStateException("the bench's own credential is refused");
    }
}
