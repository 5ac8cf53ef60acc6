package org.entente.certs.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.Validity;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.Test;

/** The JDK's TLS takes the certificates for server and client, and looks at the host name. */
class TlsHandshakeTest {
    private static final char[] PASSWORD = "in memory".toCharArray();

    private final Validity validity = Validity.from(Instant.now().minusSeconds(60), Duration.ofDays(1));
    private final AgencyCa authority = AgencyCa.create(new MemberId("AU"), validity);
    private final CertifiedKey client = authority.issueTls("client", List.of("client.example"), validity);

    @Test
    void both_sides_show_a_certificate_and_believe_it() throws Exception {
        CertifiedKey server = authority.issueTls("server", List.of("127.0.0.1"), validity);

        assertThat(handshake(context(server, authority), context(client, authority)))
                .isEqualTo(server.certificate());
    }

    @Test
    void refuses_a_server_with_another_name_and_one_of_another_authority() {
        AgencyCa foreign = AgencyCa.create(new MemberId("AU"), validity);
        CertifiedKey misnamed = authority.issueTls("server", List.of("127.0.0.2"), validity);
        CertifiedKey impostor = foreign.issueTls("server", List.of("127.0.0.1"), validity);

        assertThatThrownBy(() -> handshake(context(misnamed, authority), context(client, authority)))
                .isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> handshake(context(impostor, authority), context(client, authority)))
                .isInstanceOf(SSLException.class);
    }

    private static Certificate handshake(SSLContext server, SSLContext client) throws Exception {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (SSLServerSocket door =
                (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            door.setNeedClientAuth(true);
            door.setSoTimeout(10_000);
            Certificate shown;
            CompletableFuture<Integer> served = CompletableFuture.supplyAsync(() -> answer(door));
            try (SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket(loopback, door.getLocalPort())) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.setSoTimeout(10_000);
                socket.startHandshake();
                assertThat(socket.getInputStream().read()).isEqualTo(7);
                shown = socket.getSession().getPeerCertificates()[0];
            }
            assertThat(served.get(10, TimeUnit.SECONDS))
                    .as("the server believed the client")
                    .isEqualTo(7);
            return shown;
        }
    }

    private static int answer(SSLServerSocket door) {
        try (SSLSocket socket = (SSLSocket) door.accept()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(7);
            return 7;
        } catch (IOException e) {
            return -1;
        }
    }

    private static SSLContext context(CertifiedKey own, AgencyCa trusted) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("own", own.key().privateKey(), PASSWORD, own.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
        keyManagers.init(keys, PASSWORD);
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("root", trusted.tlsRoot());
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
        trustManagers.init(roots);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }
}
