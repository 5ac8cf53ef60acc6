package org.entente.launcher.bench.credential;

import static org.entente.launcher.bench.credential.FormWork.must;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.seal.Seal;
import org.entente.certs.credential.seal.SealKey;
import org.entente.certs.credential.seal.SealKeys;
import org.entente.certs.credential.seal.SealOutcome;
import org.entente.certs.credential.seal.SealStatus;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.certs.credential.verify.SealVerifier;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.ledger.Digest;

/** The work with seals, the texts of QR codes. */
final class Seals {
    /** What COSE signs: the payload and a few bytes around it; as good as any bytes of that length to the provider. */
    private static final int SIGNED_BYTES = 160;

    private Seals() {}

    static FormWork of(CredentialScene scene) {
        SoftwareKey key = scene.key(KeyAlgorithm.P256);
        RawSignature raw = new RawSignature(key);
        List<OriginCredential> drawn = IntStream.range(0, CredentialScene.CERTIFICATES)
                .mapToObj(scene::draw)
                .toList();
        List<Seal> seals = drawn.stream().map(Seals::seal).toList();
        List<String> texts =
                seals.stream().map(each -> SealText.sign(each, key)).toList();
        byte[] bytes = new byte[SIGNED_BYTES];
        byte[] signature = raw.sign(bytes);
        SealKeys keys =
                (issuer, keyId) -> Optional.of(new SealKey(key.publicKeySpki(), Instant.EPOCH, Optional.empty()));
        SealVerifier verifier = scene.sealVerifier();
        return new FormWork(
                raw.provider(),
                texts.getFirst().length(),
                SIGNED_BYTES,
                which -> raw.sign(bytes),
                which -> SealText.sign(seals.get(which), key),
                which -> SealText.sign(seal(drawn.get(which)), key),
                which -> must(raw.verifies(bytes, signature)),
                which -> must(SealText.verify(texts.get(which), keys) instanceof SealOutcome.Verified),
                which -> must(verifier.verify(texts.get(which), scene.now()) instanceof Verdict.Valid<?>));
    }

    private static Seal seal(OriginCredential credential) {
        LocalDate last =
                credential.validUntil().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
        int index = credential.status().getFirst().index();
        return Seal.of(
                credential.certificate(),
                last,
                Digest.of(credential.id().value().getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                Optional.of(new SealStatus(1, index)));
    }
}
