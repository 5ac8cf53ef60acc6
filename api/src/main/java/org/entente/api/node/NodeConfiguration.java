package org.entente.api.node;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.entente.api.health.LedgerContact;
import org.entente.api.settings.InstanceSettings;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.statement.StatementSignatures;
import org.entente.certs.x509.Certificates;
import org.entente.client.MemberNode;
import org.entente.client.MemberNodeConfig;
import org.entente.client.database.Database;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.dispatch.DispatchSettings;
import org.entente.client.ledger.ClientIdentity;
import org.entente.client.ledger.Deadlines;
import org.entente.client.ledger.PeerEndpoint;
import org.entente.client.origin.CertificateClient;
import org.entente.model.member.MemberId;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.check.CertificateCheck;
import org.entente.model.shipped.ShippedRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the member's node in this process, and makes its parts available. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {
    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    MemberId self(InstanceSettings settings) {
        return settings.member();
    }

    @Bean
    RuleSets ruleSets() {
        return ShippedRules.RULE_SETS;
    }

    @Bean
    CertificateCheck certificateCheck(RuleSets ruleSets) {
        return new CertificateCheck(ruleSets);
    }

    @Bean(destroyMethod = "close")
    MemberNode memberNode(InstanceSettings settings, DataSource pool, InstantSource clock, LedgerContact contact) {
        InstanceSettings.Node node = settings.node();
        char[] password = node.keyPassword().toCharArray();
        CertifiedKey key = node.identity().open(password);
        return MemberNode.start(new MemberNodeConfig(
                ClientIdentity.of(
                        settings.member(),
                        Certificates.pem(key.certificate()),
                        key.key().privateKey()),
                node.names(),
                new PeerEndpoint(node.host(), node.port(), WholeFiles.read(node.tlsRoot()), node.authority()),
                StatementSignatures.signer(
                        Pkcs12KeyStore.open(node.statementKeyStore(), password).key()),
                StatementSignatures.check(),
                ShippedRules.BOOK,
                new DatabaseSettings.Given(pool, Database.unpooled(settings.database())),
                clock,
                Deadlines.STANDARD,
                DispatchSettings.STANDARD,
                new SecureRandom(),
                HexFormat.of().parseHex(node.idSecret()),
                List.of(contact),
                settings.redelivery().map(PartnerSettings::of)));
    }

    @Bean
    CertificateClient certificateClient(MemberNode node) {
        return CertificateClient.of(node, ShippedRules.CERTIFICATES);
    }
}
