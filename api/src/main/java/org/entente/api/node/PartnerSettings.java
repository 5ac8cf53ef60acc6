package org.entente.api.node;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.api.settings.InstanceSettings;
import org.entente.certs.file.FileFault;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.x509.Certificates;
import org.entente.client.redelivery.RedeliverySettings;
import org.entente.client.redelivery.RedeliverySettings.Partner;
import org.entente.client.redelivery.RedeliverySettings.Patience;
import org.entente.client.redelivery.RedeliverySettings.TlsKey;
import org.entente.model.member.MemberId;

/** Opens the key and reads the certificates with which missing bytes are asked for. */
final class PartnerSettings {
    private PartnerSettings() {}

    static RedeliverySettings of(InstanceSettings.Redelivery settings) {
        CertifiedKey key =
                Pkcs12KeyStore.open(settings.keyStore(), settings.keyPassword().toCharArray());
        Map<MemberId, Partner> partners = new TreeMap<>();
        settings.partners()
                .forEach((member, partner) ->
                        partners.put(member, new Partner(partner.address(), Set.of(root(partner.tlsRoot())))));
        return new RedeliverySettings(
                settings.listen(),
                new TlsKey(key.chain(), key.key().privateKey()),
                partners,
                new Patience(settings.delay(), Patience.STANDARD.answer(), Patience.STANDARD.longestPause()));
    }

    private static X509Certificate root(Path file) {
        return Certificates.parsePem(WholeFiles.read(file))
                .orElseThrow(() -> new FileFaultException(FileFault.DAMAGED, file, "is no certificate"));
    }
}
