package org.entente.api.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the settings file says under {@code entente}, as text: nothing is refused here, so that {@link SettingsCheck} can
 * tell everything that is wrong at once.
 *
 * @param member ISO 3166-1 alpha-2 code of the member
 * @param did the member's decentralised identifier, for example {@code did:web:customs.example}
 * @param node how the member's node reaches the ledger
 * @param database the member's PostgreSQL database
 * @param web where this API is reached
 * @param machines whose tokens are accepted from machines; left out if no machine may call
 * @param accountsFile JSON file of organisations and accounts that exist from the first start on
 * @param credentials with which keys certificates are made credentials; left out if none are made
 * @param verification how partners' certificates are checked; has defaults
 * @param redelivery which partners are asked for missing bytes and served; left out if none are
 * @param metrics where a Prometheus server asks; left out if none does
 */
@ConfigurationProperties("entente")
public record EntenteSettings(
        @Nullable String member,
        @Nullable String did,
        @Nullable Node node,
        @Nullable Database database,
        @Nullable Web web,
        @Nullable Machines machines,
        @Nullable String accountsFile,
        @Nullable Credentials credentials,
        @Nullable Verification verification,
        @Nullable Redelivery redelivery,
        @Nullable Metrics metrics) {
    /**
     * How the node reaches the ledger.
     *
     * @param host of the member's peer
     * @param port of the member's peer
     * @param authority the name in the peer's TLS certificate, where it is not the host
     * @param tlsRoot file of the peer's TLS root certificate, PEM
     * @param keyStore file of the node's key for transactions, PKCS#12; or else {@code msp}
     * @param msp the node's MSP folder, as Fabric's own tools make it, with its key unencrypted
     * @param statementKeyStore file of the member's key for batches, PKCS#12
     * @param keyPassword opens the key stores
     * @param idSecret for statement ids, at least 64 hex digits; never changes
     * @param channel name of the channel; {@code entente} if left out
     * @param chaincode name of the chaincode; {@code entente} if left out
     */
    public record Node(
            @Nullable String host,
            @Nullable String port,
            @Nullable String authority,
            @Nullable String tlsRoot,
            @Nullable String keyStore,
            @Nullable String msp,
            @Nullable String statementKeyStore,
            @Nullable String keyPassword,
            @Nullable String idSecret,
            @Nullable String channel,
            @Nullable String chaincode) {
        @Override
        public String toString() {
            return "Node[" + host + ":" + port + "]";
        }
    }

    /**
     * The database.
     *
     * @param url a PostgreSQL JDBC URL
     * @param role who connects
     * @param password of the role
     * @param poolSize most pooled connections; 16 if left out
     */
    public record Database(
            @Nullable String url,
            @Nullable String role,
            @Nullable String password,
            @Nullable String poolSize) {
        @Override
        public String toString() {
            return "Database[" + url + "]";
        }
    }

    /**
     * Where this API is reached.
     *
     * @param baseUrl what stands before every path in links that leave the house, for example {@code https://co.example}
     */
    public record Web(@Nullable String baseUrl) {}

    /**
     * Whose tokens are accepted from machines (RFC 9068).
     *
     * @param issuer the {@code iss} of every token
     * @param jwksUri where its keys are
     * @param audience the {@code aud} that every token must hold
     */
    public record Machines(
            @Nullable String issuer,
            @Nullable String jwksUri,
            @Nullable String audience) {}

    /**
     * The keys of credentials. The member's DID must be a {@code did:web}: credentials name addresses on its host.
     *
     * @param keyStore file of the P-256 key, PKCS#12
     * @param ed25519KeyStore file of the Ed25519 key, PKCS#12, if there is one
     * @param keyPassword opens both
     */
    public record Credentials(
            @Nullable String keyStore,
            @Nullable String ed25519KeyStore,
            @Nullable String keyPassword) {
        @Override
        public String toString() {
            return "Credentials[" + keyStore + "]";
        }
    }

    /**
     * How partners' certificates are checked.
     *
     * @param publicPerMinute how many checks one address may ask for without an account, at one instance; 30 if left out
     * @param fetchFromPrivateAddresses {@code true} only where partners stand inside one's own network, as in the demo
     * @param keepDays for how many days what was presented is kept after its provisional decision was settled, 1 to 3650; 30
     *     if left out
     * @param trustedProxies addresses and networks (CIDR) of reverse proxies before this service, whose X-Forwarded-For
     *     says who calls; left out if callers reach it themselves
     */
    public record Verification(
            @Nullable String publicPerMinute,
            @Nullable String fetchFromPrivateAddresses,
            @Nullable String keepDays,
            @Nullable List<String> trustedProxies) {}

    /**
     * Asks partners for bytes that the own peer did not get, and gives them theirs (decision 0009).
     *
     * @param host name or address to listen at; left out if nobody is served
     * @param port to listen at
     * @param keyStore file of the TLS key, for server and client use, PKCS#12
     * @param keyPassword opens it
     * @param delaySeconds how long bytes are missing before the partner is asked; 10 if left out
     * @param partners by their codes
     */
    public record Redelivery(
            @Nullable String host,
            @Nullable String port,
            @Nullable String keyStore,
            @Nullable String keyPassword,
            @Nullable String delaySeconds,
            @Nullable Map<String, Partner> partners) {
        @Override
        public String toString() {
            return "Redelivery[" + host + ":" + port + "]";
        }
    }

    /**
     * Where a Prometheus server asks for {@code /metrics}, without TLS and without a password.
     *
     * @param host name or address to listen at; {@code 127.0.0.1} if left out
     * @param port to listen at
     */
    public record Metrics(@Nullable String host, @Nullable String port) {}

    /**
     * A partner that is asked and served.
     *
     * @param host of its service; left out if it is served only
     * @param port of its service
     * @param tlsRoot file of its TLS root certificate, PEM
     */
    public record Partner(
            @Nullable String host,
            @Nullable String port,
            @Nullable String tlsRoot) {}

    @Override
    public String toString() {
        return "EntenteSettings[" + member + "]";
    }
}
