package org.entente.api.verification;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.ReferenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was presented so that it can be checked again: not the file, but what can be checked in it. */
@Component
class Pieces {
    /** The most bytes that are kept of one presentation; a credential has at most an eighth of this. */
    private static final int MOST_BYTES = 8 << 20;

    private final JsonMapper json;

    Pieces(JsonMapper json) {
        this.json = json;
    }

    /** One thing; exactly one of content, text and number is there. */
    private record Piece(
            @Nullable String content,
            @Nullable String text,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable String agreement) {}

    /** The pieces as bytes; empty where they are more than is kept. */
    Optional<byte[]> write(List<Presented> pieces) {
        byte[] bytes = json.writeValueAsBytes(pieces.stream().map(Pieces::piece).toList());
        return Optional.of(bytes).filter(each -> each.length <= MOST_BYTES);
    }

    private static Piece piece(Presented presented) {
        return switch (presented) {
            case Presented.Content(byte[] bytes) -> new Piece(base64(bytes), null, null, null, null);
            case Presented.Code(String text) -> new Piece(null, text, null, null, null);
            case Presented.Numbered(var issuer, var agreement, var number) ->
                new Piece(
                        null,
                        null,
                        number.value(),
                        issuer.map(MemberId::value).orElse(null),
                        agreement.map(AgreementCode::value).orElse(null));
            case Presented.Upload upload -> throw new IllegalArgumentException("a file is opened first");
        };
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    List<Presented> read(byte[] written) {
        return List.of(json.readValue(written, Piece[].class)).stream()
                .map(Pieces::presented)
                .toList();
    }

    private static Presented presented(Piece piece) {
        if (piece.content() != null) {
            return new Presented.Content(Base64.getDecoder().decode(piece.content()));
        }
        if (piece.text() != null) {
            return new Presented.Code(piece.text());
        }
        if (piece.number() == null) {
            throw new IllegalStateException("what was presented is damaged");
        }
        return new Presented.Numbered(
                Optional.ofNullable(piece.issuer()).map(MemberId::new),
                Optional.ofNullable(piece.agreement()).map(AgreementCode::new),
                new ReferenceNumber(piece.number()));
    }
}
