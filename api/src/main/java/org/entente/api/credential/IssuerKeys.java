package org.entente.api.credential;

import java.nio.file.Path;
import java.util.Optional;
import org.entente.api.settings.InstanceSettings;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.key.SigningKey;
import org.springframework.stereotype.Component;

/** The member's keys for credentials, if its settings name any: without them no credential is made. */
@Component
public class IssuerKeys {
    private final Optional<Pair> keys;

    private record Pair(SigningKey key, Optional<SigningKey> second) {}

    IssuerKeys(InstanceSettings settings) {
        this.keys = settings.credentials().map(files -> {
            char[] password = files.keyPassword().toCharArray();
            return new Pair(
                    open(files.keyStore(), password), files.ed25519KeyStore().map(file -> open(file, password)));
        });
    }

    private static SigningKey open(Path file, char[] password) {
        return Pkcs12KeyStore.open(file, password).key();
    }

    /**
     * The P-256 key, which signs seals too.
     *
     * @return the key, if there is one
     */
    public Optional<SigningKey> key() {
        return keys.map(Pair::key);
    }

    /**
     * Secures documents in the member's name.
     *
     * @param did the member's DID, as the ledger has it
     * @return the signer, if there are keys
     */
    public Optional<CredentialSigner> signer(String did) {
        return keys.map(pair -> new CredentialSigner(did, pair.key(), pair.second()));
    }
}
