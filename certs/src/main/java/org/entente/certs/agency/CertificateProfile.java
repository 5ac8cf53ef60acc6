package org.entente.certs.agency;

import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.entente.certs.x509.NodeRole;
import org.entente.model.member.MemberId;

/** What stands in each kind of certificate: names and extensions, as Fabric and RFC 5280 ask. */
final class CertificateProfile {
    /** Printable text: a control character in a name would forge lines in logs and on screens. */
    private static final Pattern COMMON_NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,64}");

    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private CertificateProfile() {}

    static X500Name rootName(MemberId member, String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, member.value())
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    static X500Name nodeName(MemberId member, NodeRole role, String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, member.value())
                .addRDN(BCStyle.OU, role.organizationalUnit())
                .addRDN(BCStyle.CN, checked(commonName))
                .build();
    }

    static X500Name serverName(MemberId member, String commonName) {
        return rootName(member, checked(commonName));
    }

    static ExtensionsGenerator identity(CertificateAuthority issuer, byte[] spki) {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        CertificateAuthority.add(extensions, Extension.basicConstraints, true, new BasicConstraints(false));
        CertificateAuthority.add(extensions, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        CertificateAuthority.add(
                extensions, Extension.subjectKeyIdentifier, false, CertificateAuthority.keyIdentifier(spki));
        CertificateAuthority.add(
                extensions,
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(
                        CertificateAuthority.keyIdentifier(issuer.key().publicKeySpki())
                                .getKeyIdentifier()));
        return extensions;
    }

    static ExtensionsGenerator server(CertificateAuthority issuer, byte[] spki, List<String> hosts) {
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a TLS certificate names at least one host");
        }
        ExtensionsGenerator extensions = identity(issuer, spki);
        CertificateAuthority.add(
                extensions, Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                }));
        GeneralName[] names = hosts.stream().map(CertificateProfile::host).toArray(GeneralName[]::new);
        CertificateAuthority.add(extensions, Extension.subjectAlternativeName, false, new GeneralNames(names));
        return extensions;
    }

    private static GeneralName host(String host) {
        // BouncyCastle refuses a malformed address with IllegalArgumentException
        return IP_ADDRESS.matcher(host).matches()
                ? new GeneralName(GeneralName.iPAddress, host)
                : new GeneralName(GeneralName.dNSName, checkedHost(host));
    }

    private static String checkedHost(String host) {
        if (!host.matches("[A-Za-z0-9_*]([A-Za-z0-9_.-]{0,252})")) {
            throw new IllegalArgumentException("not a host name: " + host);
        }
        return host;
    }

    private static String checked(String commonName) {
        if (!COMMON_NAME.matcher(commonName).matches()) {
            throw new IllegalArgumentException("a common name has 1 to 64 printable characters");
        }
        return commonName;
    }
}
