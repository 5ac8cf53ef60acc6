package org.entente.certs.x509;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The parts of a distinguished name that Entente and Fabric look at, unescaped and in the name's order.
 *
 * @param commonNames every CN
 * @param organizations every O
 * @param organizationalUnits every OU
 */
public record Subject(List<String> commonNames, List<String> organizations, List<String> organizationalUnits) {
    /** Copies the lists. */
    public Subject {
        commonNames = List.copyOf(commonNames);
        organizations = List.copyOf(organizations);
        organizationalUnits = List.copyOf(organizationalUnits);
    }

    /**
     * The subject of a certificate.
     *
     * @param certificate the certificate
     * @return its subject's parts
     */
    public static Subject of(X509Certificate certificate) {
        return of(certificate.getSubjectX500Principal());
    }

    private static Subject of(X500Principal principal) {
        X500Name name = X500Name.getInstance(principal.getEncoded());
        return new Subject(values(name, BCStyle.CN), values(name, BCStyle.O), values(name, BCStyle.OU));
    }

    private static List<String> values(X500Name name, ASN1ObjectIdentifier type) {
        List<String> values = new ArrayList<>();
        for (RDN rdn : name.getRDNs(type)) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                if (part.getType().equals(type) && part.getValue() instanceof ASN1String text) {
                    values.add(text.getString());
                }
            }
        }
        return values;
    }
}
