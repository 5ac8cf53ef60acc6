package org.entente.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Verifies as a receiver does who has nothing of ours (Standard Webhooks 1.0): one right signature is enough. */
final class SignedMessage {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] ED25519 = HEX.parseHex("302a300506032b6570032100");

    private SignedMessage() {}

    static boolean verifies(String publicKey, String id, String timestamp, String signatures, String body) {
        byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
        byte[] spki = HEX.parseHex(HEX.formatHex(ED25519) + HEX.formatHex(raw));
        return Arrays.stream(signatures.split(" ", -1)).anyMatch(signature -> {
            try {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
                check.update((id + "." + timestamp + "." + body).getBytes(UTF_8));
                return signature.startsWith("v1a,")
                        && check.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
