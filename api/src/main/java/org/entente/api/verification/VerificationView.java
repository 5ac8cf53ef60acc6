package org.entente.api.verification;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.entente.api.certificate.CertificateStanding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an officer is told of what was presented.
 *
 * @param id of this check
 * @param checkedAt when
 * @param kind what was checked
 * @param outcome how it ended
 * @param reasons every reason, if it is not valid
 * @param remarks what does not decide
 * @param facts which certificate, as its issuer signed or stated it
 * @param certificate its content as presented
 * @param evidence what the answer rests on
 * @param newestInformation time of the newest information used
 * @param copy this administration's own folded copy, if it is concerned
 * @param equalsCopy whether the issuer stated exactly this on the ledger; left out where there is no copy
 * @param choices certificates of the number that was asked for, where there are several
 * @param decidableUntil until when the officer can decide provisionally about this check; left out where it needs no
 *     such decision, or allows none
 */
public record VerificationView(
        UUID id,
        Instant checkedAt,
        Kind kind,
        Outcome outcome,
        List<ReasonView> reasons,
        List<ReasonView> remarks,
        @Nullable Facts facts,

        @Schema(ref = "#/components/schemas/Certificate") @Nullable
        JsonNode certificate,

        Evidence evidence,
        @Nullable Instant newestInformation,
        @Nullable CertificateStanding copy,
        @Nullable Boolean equalsCopy,
        List<Facts> choices,
        @Nullable Instant decidableUntil) {
    /** What was checked. */
    public enum Kind {
        /** A credential. */
        CREDENTIAL,
        /** A seal from a QR code. */
        SEAL,
        /** A number, against the own ledger. */
        NUMBER,
        /** Something else. */
        NOTHING
    }

    /** How it ended. The three are never confused. */
    public enum Outcome {
        /** It is its issuer's word, and it stands. */
        VALID,
        /** It must not be relied on. */
        INVALID,
        /** Nothing is wrong, but something that decides is not known here. */
        COULD_NOT_CHECK
    }

    /**
     * Which certificate.
     *
     * @param id its name in paths
     * @param issuer the administration's code
     * @param issuerName its name
     * @param agreement under which
     * @param referenceNo its number
     * @param issuedOn its day of issue; a seal that is known from nowhere else names the day on which it was signed
     * @param from first moment of its validity
     * @param until last moment
     */
    public record Facts(
            String id,
            String issuer,
            String issuerName,
            String agreement,
            String referenceNo,
            @Nullable LocalDate issuedOn,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * What an answer rests on.
     *
     * @param passed steps that found nothing against it
     * @param securing how it was secured
     * @param key the key that signed
     * @param contentDigest SHA-256 of what was signed, hex
     * @param signedAt when it says that it was signed
     * @param ledger how far the ledger was followed
     * @param statedAt where the issuer stated it
     * @param lists status lists that were used
     */
    public record Evidence(
            List<String> passed,
            @Nullable String securing,
            @Nullable String key,
            @Nullable String contentDigest,
            @Nullable Instant signedAt,
            @Nullable Ledger ledger,
            @Nullable Place statedAt,
            List<ListUsed> lists) {}

    /**
     * How far the ledger was followed.
     *
     * @param nextBlock the first block that is not known
     * @param time when the block before it was taken in
     */
    public record Ledger(long nextBlock, Instant time) {}

    /**
     * A place on the ledger.
     *
     * @param block which
     * @param transaction where in the block
     * @param index where in the batch
     */
    public record Place(long block, int transaction, int index) {}

    /**
     * A status list that was used.
     *
     * @param address where it is published
     * @param asOf of which moment its information is
     */
    public record ListUsed(String address, Instant asOf) {}
}
