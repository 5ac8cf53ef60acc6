package org.entente.api.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.ledger.ChannelNames;
import org.entente.client.redelivery.RedeliverySettings;
import org.entente.model.member.MemberId;
import org.springframework.security.util.matcher.InetAddressMatcher;

/**
 * Settings that were checked.
 *
 * @param member whose API this is
 * @param did the member's decentralised identifier
 * @param node how the node reaches the ledger
 * @param database the member's database
 * @param baseUrl what stands before every path, without a slash at its end
 * @param machines whose tokens are accepted from machines
 * @param accountsFile organisations and accounts that exist from the first start on
 * @param credentials with which keys certificates are made credentials
 * @param verification how partners' certificates are checked
 * @param redelivery which partners are asked for missing bytes and served
 * @param metrics where a Prometheus server asks
 */
public record InstanceSettings(
        MemberId member,
        String did,
        Node node,
        DatabaseSettings.Jdbc database,
        URI baseUrl,
        Optional<Machines> machines,
        Optional<Path> accountsFile,
        Optional<Credentials> credentials,
        Verification verification,
        Optional<Redelivery> redelivery,
        Optional<Metrics> metrics) {
    /**
     * How the node reaches the ledger.
     *
     * @param host of the peer
     * @param port of the peer
     * @param authority the name in the peer's TLS certificate, where it is not the host
     * @param tlsRoot certificate file, PEM
     * @param identity the node's key for transactions
     * @param statementKeyStore PKCS#12 file
     * @param keyPassword opens the PKCS#12 files
     * @param idSecret hex digits
     * @param names channel and chaincode
     */
    public record Node(
            String host,
            int port,
            Optional<String> authority,
            Path tlsRoot,
            NodeIdentity identity,
            Path statementKeyStore,
            String keyPassword,
            String idSecret,
            ChannelNames names) {
        @Override
        public String toString() {
            return "Node[" + host + ":" + port + "]";
        }
    }

    /**
     * Whose tokens are accepted from machines.
     *
     * @param issuer the {@code iss} of every token
     * @param jwksUri where its keys are
     * @param audience what every token is for
     */
    public record Machines(String issuer, URI jwksUri, String audience) {}

    /**
     * The keys of credentials.
     *
     * @param keyStore PKCS#12 file of the P-256 key
     * @param ed25519KeyStore PKCS#12 file of the Ed25519 key
     * @param keyPassword opens both
     */
    public record Credentials(Path keyStore, Optional<Path> ed25519KeyStore, String keyPassword) {
        @Override
        public String toString() {
            return "Credentials[" + keyStore + "]";
        }
    }

    /**
     * How partners' certificates are checked.
     *
     * @param publicPerMinute checks a minute for one address without an account, at each instance
     * @param fetchFromPrivateAddresses whether partners may stand inside the own network
     * @param keepDays how long what was presented is kept after its provisional decision was settled
     * @param trustedProxies addresses and networks of proxies that say who calls
     */
    public record Verification(
            int publicPerMinute,
            boolean fetchFromPrivateAddresses,
            int keepDays,
            List<InetAddressMatcher> trustedProxies) {
        /** Keeps an unmodifiable copy. */
        public Verification {
            trustedProxies = List.copyOf(trustedProxies);
        }
    }

    /**
     * Which partners are asked for missing bytes and served.
     *
     * @param listen where this member serves
     * @param keyStore PKCS#12 file of the TLS key
     * @param keyPassword opens it
     * @param delay how long bytes are missing before the partner is asked
     * @param partners by member
     */
    public record Redelivery(
            Optional<RedeliverySettings.Address> listen,
            Path keyStore,
            String keyPassword,
            Duration delay,
            Map<MemberId, Partner> partners) {
        @Override
        public String toString() {
            return "Redelivery[" + listen + "]";
        }
    }

    /**
     * Where a Prometheus server asks.
     *
     * @param host to listen at
     * @param port to listen at
     */
    public record Metrics(String host, int port) {}

    /**
     * A partner that is asked and served.
     *
     * @param address of its service, if it is asked
     * @param tlsRoot certificate file, PEM
     */
    public record Partner(Optional<RedeliverySettings.Address> address, Path tlsRoot) {}
}
