package org.entente.paper.print;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A credential as the file inside a PDF.
 *
 * @param name the file's name, for example {@code credential.jwt}
 * @param mediaType for example {@code application/vc+jwt}
 * @param bytes its content, 1 byte to 1 MiB; must not be changed
 */
public record CredentialFile(String name, String mediaType, byte[] bytes) {
    /** The longest credential. */
    public static final int MAX_BYTES = 1 << 20;

    /** Name of a credential secured with JOSE. */
    public static final String JWT_NAME = "credential.jwt";

    /** Name of a credential with Data Integrity proofs. */
    public static final String JSON_NAME = "credential.json";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}\\.[a-z]{1,8}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]{1,20}/[a-z0-9.+-]{1,60}");

    /** Refuses other names, types and sizes with {@link IllegalArgumentException}. */
    public CredentialFile {
        if (!NAME.matcher(name).matches() || !MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("not a file name and media type");
        }
        if (bytes.length == 0 || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("a credential has 1 byte to 1 MiB");
        }
    }

    /**
     * A credential of the form {@code header.payload.signature}.
     *
     * @param bytes the token
     * @return {@code credential.jwt}, {@code application/vc+jwt}
     */
    public static CredentialFile jwt(byte[] bytes) {
        return new CredentialFile(JWT_NAME, "application/vc+jwt", bytes);
    }

    /**
     * A credential with a Data Integrity proof.
     *
     * @param bytes the JSON
     * @return {@code credential.json}, {@code application/vc}
     */
    public static CredentialFile json(byte[] bytes) {
        return new CredentialFile(JSON_NAME, "application/vc", bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CredentialFile that
                && name.equals(that.name)
                && mediaType.equals(that.mediaType)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
