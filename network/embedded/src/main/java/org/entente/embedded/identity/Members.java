package org.entente.embedded.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.entente.certs.msp.IdentityFault;
import org.entente.certs.msp.IdentityOutcome;
import org.entente.certs.msp.MspValidator;
import org.entente.certs.x509.Certificates;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** The channel's member service providers: turns the bytes in a header into a known identity. Safe for many threads. */
public final class Members {
    private static final int CACHED = 4096;

    private final Map<MemberId, MspValidator> validators;
    private final Map<ByteString, Identity> known = new ConcurrentHashMap<>();

    /**
     * Providers of the members of a channel.
     *
     * @param authorities each member's root certificate
     */
    public Members(Map<MemberId, X509Certificate> authorities) {
        this.validators = authorities.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> MspValidator.of(entry.getKey(), List.of(entry.getValue()), List.of())));
    }

    /**
     * Reads a serialized identity.
     *
     * @param serialized member and certificate, as in a signature header
     * @return the identity, or empty for an unknown organisation, malformed bytes or a certificate that the organisation's
     *     authority did not issue
     */
    public Optional<Identity> identify(ByteString serialized) {
        Identity cached = known.get(serialized);
        return cached != null ? Optional.of(cached) : read(serialized);
    }

    /**
     * An identity that also holds as a member's: known and with a good certificate.
     *
     * @param serialized member and certificate
     * @return the identity, or empty
     */
    public Optional<Identity> identifyValid(ByteString serialized) {
        return identify(serialized).filter(Identity::isValid);
    }

    private Optional<Identity> read(ByteString serialized) {
        try {
            SerializedIdentity parts = SerializedIdentity.parseFrom(serialized);
            if (!MemberId.isValid(parts.getMspid())) {
                return Optional.empty();
            }
            MemberId member = new MemberId(parts.getMspid());
            MspValidator validator = validators.get(member);
            if (validator == null) {
                return Optional.empty();
            }
            byte[] pem = parts.getIdBytes().toByteArray();
            Optional<Identity> identity = Certificates.parsePem(pem)
                    .flatMap(certificate -> identity(member, serialized, certificate, validator, pem));
            identity.filter(Identity::isValid).ifPresent(this::remember);
            return identity;
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private void remember(Identity identity) {
        if (known.size() >= CACHED) {
            known.clear();
        }
        known.put(identity.serialized(), identity);
    }

    /** Whether the period has ended is asked elsewhere, so the certificate is judged at its own beginning, as in Fabric. */
    private static Optional<Identity> identity(
            MemberId member, ByteString serialized, X509Certificate certificate, MspValidator validator, byte[] pem) {
        return switch (validator.validate(pem, certificate.getNotBefore().toInstant())) {
            case IdentityOutcome.Valid valid ->
                Optional.of(new Identity(member, serialized, certificate, Optional.of(valid.role())));
            // Fabric looks for the issuer before it knows whose certificate it has, and for everything else after.
            case IdentityOutcome.Invalid(IdentityFault fault) ->
                fault == IdentityFault.UNTRUSTED
                        ? Optional.empty()
                        : Optional.of(new Identity(member, serialized, certificate, Optional.empty()));
        };
    }
}
