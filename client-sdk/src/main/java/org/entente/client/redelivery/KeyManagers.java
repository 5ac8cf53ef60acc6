package org.entente.client.redelivery;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** A member's key as TLS wants it. */
final class KeyManagers {
    private final KeyManager[] all;

    private KeyManagers(KeyManager[] all) {
        this.all = all;
    }

    static KeyManagers of(RedeliverySettings.TlsKey key) {
        char[] unused = "in memory only".toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", key.key(), unused, key.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, unused);
            return new KeyManagers(factory.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the key for re-delivery cannot be used", e);
        }
    }

    KeyManager[] all() {
        return all.clone();
    }
}
