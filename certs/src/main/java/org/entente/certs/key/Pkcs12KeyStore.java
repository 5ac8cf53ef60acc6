package org.entente.certs.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entente.certs.file.FileFault;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.file.WholeFiles.Readers;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#12 file (RFC 7292) with one key and its chain, encrypted with AES-256 and HMAC-SHA-256 under a password. Other
 * software reads it: {@code openssl pkcs12 -in FILE}.
 */
public final class Pkcs12KeyStore {
    private static final String ALIAS = "entente";
    private static final int MAX_CHAIN = 8;

    private Pkcs12KeyStore() {}

    /**
     * Writes a new file, readable by its owner only.
     *
     * @param file must not exist; its folder must
     * @param password not empty
     * @param content the key and its chain
     * @throws FileFaultException EXISTS or INACCESSIBLE; nothing is then left behind
     */
    public static void create(Path file, char[] password, CertifiedKey content) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileFaultException(
                    FileFault.EXISTS, file, "exists already: a key is never overwritten by a new one");
        }
        WholeFiles.write(file, encode(password, content), Readers.OWNER);
    }

    /**
     * Replaces the file, as after a renewal: at every moment either the old or the new one is there whole.
     *
     * @param file an earlier file
     * @param password not empty
     * @param content the key and its chain
     * @throws FileFaultException MISSING or INACCESSIBLE; the old file is then untouched
     */
    public static void replace(Path file, char[] password, CertifiedKey content) {
        if (!Files.isRegularFile(file)) {
            throw new FileFaultException(FileFault.MISSING, file, "nothing to replace");
        }
        WholeFiles.write(file, encode(password, content), Readers.OWNER);
    }

    /**
     * Opens a file.
     *
     * @param file the file
     * @param password its password
     * @return the key and its chain
     * @throws FileFaultException MISSING, WRONG_PASSWORD, DAMAGED (also: neither a P-256 nor an Ed25519 key, or several) or INACCESSIBLE
     */
    public static CertifiedKey open(Path file, char[] password) {
        byte[] bytes = WholeFiles.read(file);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            List<String> aliases = Collections.list(store.aliases());
            if (aliases.size() != 1) {
                throw damaged(file, "holds " + aliases.size() + " entries instead of one key with its chain");
            }
            return content(file, store.getKey(aliases.get(0), password), store.getCertificateChain(aliases.get(0)));
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw wrongPassword(file, e);
            }
            throw new FileFaultException(FileFault.DAMAGED, file, "is no whole PKCS#12 file", e);
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword(file, e);
        } catch (FileFaultException e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new FileFaultException(FileFault.DAMAGED, file, "cannot be read as PKCS#12", e);
        }
    }

    private static CertifiedKey content(Path file, @Nullable Key key, Certificate @Nullable [] chain) {
        if (key == null || chain == null || chain.length == 0 || chain.length > MAX_CHAIN) {
            throw damaged(file, "holds no key with its chain");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate : chain) {
            certificates.add((X509Certificate) certificate);
        }
        return SoftwareKey.of(
                        key.getEncoded(), certificates.get(0).getPublicKey().getEncoded())
                .map(signingKey -> new CertifiedKey(signingKey, certificates))
                .orElseThrow(() -> damaged(file, "its key is neither P-256 nor Ed25519, or not the certificate's"));
    }

    private static byte[] encode(char[] password, CertifiedKey content) {
        if (password.length == 0) {
            throw new IllegalArgumentException("a key file needs a password");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(
                    ALIAS, content.key().privateKey(), password, content.chain().toArray(Certificate[]::new));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the JDK cannot write PKCS#12", e);
        }
    }

    private static FileFaultException damaged(Path file, String words) {
        return new FileFaultException(FileFault.DAMAGED, file, words);
    }

    private static FileFaultException wrongPassword(Path file, Exception cause) {
        return new FileFaultException(
                FileFault.WRONG_PASSWORD, file, "the password does not open it (or the file was altered)", cause);
    }
}
