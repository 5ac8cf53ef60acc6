package org.entente.certs.credential.did;

import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.certs.cache.BoundedCache;

/** The method did:web without a path: the identifier of whoever answers for a host. */
public final class DidWeb {
    private static final String PREFIX = "did:web:";

    /** A registered name in lower case, and a port if there is one. */
    private static final Pattern HOST = Pattern.compile(
            "(?=.{1,253}(:|\\z))[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?");

    /** A host, its port, and what is around them. */
    private static final int MAX_LENGTH = 300;

    /** One issuer's DID is asked for many times in one check. */
    private static final BoundedCache<String, String> HOSTS = new BoundedCache<>(256);

    private DidWeb() {}

    /**
     * The DID of a host.
     *
     * @param host lower-case name, with {@code :port} if it is not 443
     * @return for example {@code did:web:customs.example.au} or {@code did:web:localhost%3A8443}
     * @throws IllegalArgumentException for another form of host
     */
    public static String of(String host) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("not a host: " + host);
        }
        return PREFIX + host.replace(":", "%3A");
    }

    /**
     * The host of a DID.
     *
     * @param did any text
     * @return the host, with {@code :port} if there is one; empty for anything but did:web of a bare host
     */
    public static Optional<String> host(String did) {
        if (!did.startsWith(PREFIX) || did.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<String> known = HOSTS.get(did);
        if (known.isPresent()) {
            return known;
        }
        String host = did.substring(PREFIX.length()).replace("%3A", ":");
        if (!HOST.matcher(host).matches() || !of(host).equals(did)) {
            return Optional.empty();
        }
        HOSTS.put(did, host);
        return Optional.of(host);
    }

    /**
     * Where the DID's document is served.
     *
     * @param did a did:web of a bare host
     * @return {@code https://HOST/.well-known/did.json}
     * @throws IllegalArgumentException for another DID
     */
    public static String documentAddress(String did) {
        return address(did, "/.well-known/did.json");
    }

    /**
     * An address on the DID's host.
     *
     * @param did a did:web of a bare host
     * @param path starts with a slash
     * @return {@code https://HOST} and the path
     * @throws IllegalArgumentException for another DID
     */
    public static String address(String did, String path) {
        return "https://" + host(did).orElseThrow(() -> new IllegalArgumentException("not a did:web of a host")) + path;
    }
}
