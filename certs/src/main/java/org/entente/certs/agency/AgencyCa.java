package org.entente.certs.agency;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.certs.key.SigningKey;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.model.member.MemberId;

/**
 * The certification authority of one administration: a root for identities (what Fabric calls the MSP) and a separate one
 * for TLS, so that whoever runs the network's cables cannot speak for the administration. Every certificate is issued by
 * its root directly. Time is always given by the caller. Safe for use by many threads.
 */
public final class AgencyCa {
    private final MemberId member;
    private final CertificateAuthority identities;
    private final CertificateAuthority tls;

    AgencyCa(MemberId member, CertificateAuthority identities, CertificateAuthority tls) {
        this.member = member;
        this.identities = identities;
        this.tls = tls;
    }

    /**
     * A new authority with two new keys.
     *
     * @param member the administration; its code becomes the organization (O) of every name
     * @param validity of both roots
     * @return the authority, in memory until {@link #save}
     */
    public static AgencyCa create(MemberId member, Validity validity) {
        return create(member, validity, SoftwareKey.generate(), SoftwareKey.generate());
    }

    /**
     * A new authority over keys that exist, in an HSM for example.
     *
     * @param member the administration
     * @param validity of both roots
     * @param identityKey signs identities
     * @param tlsKey signs TLS certificates; another key
     * @return the authority
     */
    public static AgencyCa create(MemberId member, Validity validity, SigningKey identityKey, SigningKey tlsKey) {
        X500Name identityName = CertificateProfile.rootName(member, "ca." + member);
        X500Name tlsName = CertificateProfile.rootName(member, "tlsca." + member);
        return new AgencyCa(
                member,
                CertificateAuthority.create(identityKey, identityName, validity),
                CertificateAuthority.create(tlsKey, tlsName, validity));
    }

    /**
     * The authority over keys and roots that exist.
     *
     * @param member the administration
     * @param identityKey signs identities
     * @param root that key's self-signed certificate
     * @param tlsKey signs TLS certificates
     * @param tlsRoot that key's self-signed certificate
     * @return the authority
     * @throws IllegalArgumentException when a certificate is no root, or another key's
     */
    public static AgencyCa over(
            MemberId member, SigningKey identityKey, X509Certificate root, SigningKey tlsKey, X509Certificate tlsRoot) {
        return new AgencyCa(
                member, new CertificateAuthority(identityKey, root), new CertificateAuthority(tlsKey, tlsRoot));
    }

    /**
     * Opens what {@link #save} wrote.
     *
     * @param folder the folder
     * @param password of both key files
     * @return the authority
     * @throws FileFaultException MISSING, WRONG_PASSWORD, DAMAGED or INACCESSIBLE
     */
    public static AgencyCa open(Path folder, char[] password) {
        return AgencyCaFolder.open(folder, password);
    }

    /**
     * Writes {@code ca.p12}, {@code ca.pem}, {@code tlsca.p12} and {@code tlsca.pem}, all or nothing, owner only.
     *
     * @param folder must not exist; its parent must
     * @param password for both key files
     * @throws FileFaultException EXISTS or INACCESSIBLE
     * @throws IllegalStateException when the keys stand in an HSM: there is nothing to write
     */
    public void save(Path folder, char[] password) {
        AgencyCaFolder.save(folder, password, Map.of(AgencyCaFolder.IDENTITIES, identities, AgencyCaFolder.TLS, tls));
    }

    /**
     * Whose authority this is.
     *
     * @return the administration
     */
    public MemberId member() {
        return member;
    }

    /**
     * The root of all identities, for the channel's configuration.
     *
     * @return a CA certificate
     */
    public X509Certificate root() {
        return identities.root();
    }

    /**
     * The root of all TLS certificates.
     *
     * @return a CA certificate
     */
    public X509Certificate tlsRoot() {
        return tls.root();
    }

    /**
     * A new key with an identity for it.
     *
     * @param role stands in the subject as node OU
     * @param commonName 1 to 64 printable characters
     * @param validity inside the root's
     * @return key, certificate and root
     * @throws IllegalArgumentException for a name or validity that cannot be
     */
    public CertifiedKey issue(NodeRole role, String commonName, Validity validity) {
        SoftwareKey key = SoftwareKey.generate();
        return new CertifiedKey(key, List.of(issue(role, commonName, validity, key.publicKeySpki()), root()));
    }

    /**
     * An identity for a key that somebody else keeps.
     *
     * @param role stands in the subject as node OU
     * @param commonName 1 to 64 printable characters
     * @param validity inside the root's
     * @param spki the public key; the caller has made sure that the applicant holds the private one
     * @return the certificate
     * @throws IllegalArgumentException for a name, validity or key that cannot be
     */
    public X509Certificate issue(NodeRole role, String commonName, Validity validity, byte[] spki) {
        X500Name subject = CertificateProfile.nodeName(member, role, commonName);
        ExtensionsGenerator extensions = CertificateProfile.identity(identities, spki);
        return identities.issue(subject, spki, validity, extensions.generate());
    }

    /**
     * A new key for credentials, with a certificate that names the member and no role: no node can act with it.
     *
     * @param commonName 1 to 64 printable characters
     * @param validity inside the root's
     * @param algorithm of what kind
     * @return key, certificate and root
     * @throws IllegalArgumentException for a name or validity that cannot be
     */
    public CertifiedKey issueCredentialKey(String commonName, Validity validity, KeyAlgorithm algorithm) {
        SoftwareKey key = SoftwareKey.generate(algorithm);
        byte[] spki = key.publicKeySpki();
        X500Name subject = CertificateProfile.serverName(member, commonName);
        ExtensionsGenerator extensions = CertificateProfile.identity(identities, spki);
        return new CertifiedKey(
                key, List.of(identities.issueAny(subject, spki, validity, extensions.generate()), root()));
    }

    /**
     * A new key with a TLS certificate for server and client use.
     *
     * @param commonName 1 to 64 printable characters
     * @param hosts DNS names and IP addresses, at least one
     * @param validity inside the TLS root's
     * @return key, certificate and TLS root
     * @throws IllegalArgumentException for a name, host or validity that cannot be
     */
    public CertifiedKey issueTls(String commonName, List<String> hosts, Validity validity) {
        SoftwareKey key = SoftwareKey.generate();
        return new CertifiedKey(key, List.of(issueTls(commonName, hosts, validity, key.publicKeySpki()), tlsRoot()));
    }

    /**
     * A TLS certificate for a key that somebody else keeps.
     *
     * @param commonName 1 to 64 printable characters
     * @param hosts DNS names and IP addresses, at least one
     * @param validity inside the TLS root's
     * @param spki the public key
     * @return the certificate
     * @throws IllegalArgumentException for a name, host, validity or key that cannot be
     */
    public X509Certificate issueTls(String commonName, List<String> hosts, Validity validity, byte[] spki) {
        X500Name subject = CertificateProfile.serverName(member, commonName);
        ExtensionsGenerator extensions = CertificateProfile.server(tls, spki, hosts);
        return tls.issue(subject, spki, validity, extensions.generate());
    }

    /**
     * A new certificate over a new key with the names, role and hosts of an old one. The old one stays valid until it
     * ends or is revoked, so that nodes can change over one by one.
     *
     * @param old an identity or TLS certificate of this authority, expired or not
     * @param validity of the new one
     * @return key, certificate and root
     * @throws IllegalArgumentException when this authority did not issue the old one
     */
    public CertifiedKey renew(X509Certificate old, Validity validity) {
        return Renewal.of(this, identities, tls, old, validity);
    }

    /**
     * A revocation list for identities (RFC 5280, 5): it names every certificate revoked so far, not the latest only.
     *
     * @param number higher than the list's before
     * @param serials of all revoked certificates
     * @param thisUpdate since when; the date of each revocation too
     * @param nextUpdate when the next list comes at the latest
     * @return the signed list
     */
    public X509CRL revoke(long number, Collection<BigInteger> serials, Instant thisUpdate, Instant nextUpdate) {
        return RevocationList.sign(identities, number, serials, thisUpdate, nextUpdate);
    }

    CertificateAuthority identities() {
        return identities;
    }
}
