package org.entente.certs.credential.seal;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CountryCode;
import org.entente.model.origin.certificate.Money;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.certificate.ReferenceNumber;
import org.entente.model.origin.certificate.UnitCode;

/** A seal as CBOR: a map with integer keys (decision 0008). What can be told from another member is left out. */
final class SealContent {
    private static final int VERSION_1 = 1;
    private static final int VERSION = 0;
    private static final int ISSUER = 1;
    private static final int AGREEMENT = 2;
    /** Absent where it is the agreement's code. */
    private static final int FORM = 3;

    private static final int NUMBER = 4;
    /** Absent where it is the issuer's country; an empty text where the items differ. */
    private static final int ORIGIN = 5;

    private static final int IMPORT_COUNTRY = 6;
    private static final int ITEMS = 7;
    private static final int QUANTITY = 8;
    private static final int VALUE = 9;
    private static final int ISSUED = 10;
    private static final int VALID_UNTIL = 11;
    private static final int CREDENTIAL = 12;
    private static final int STATUS = 13;

    private SealContent() {}

    static byte[] encode(Seal seal) {
        CBORObject map = CBORObject.NewMap();
        map.Add(VERSION, VERSION_1);
        map.Add(ISSUER, seal.id().issuer().value());
        map.Add(AGREEMENT, seal.id().agreement().value());
        if (!seal.form().equals(seal.id().agreement().value())) {
            map.Add(FORM, seal.form());
        }
        map.Add(NUMBER, seal.id().referenceNo().value());
        String origin = seal.origin().map(CountryCode::value).orElse("");
        if (!origin.equals(seal.id().issuer().value())) {
            map.Add(ORIGIN, origin);
        }
        map.Add(IMPORT_COUNTRY, seal.importCountry().value());
        map.Add(ITEMS, seal.items());
        seal.quantity()
                .ifPresent(total -> map.Add(
                        QUANTITY, decimal(total.amount().amount(), total.unit().value())));
        seal.value().ifPresent(value -> map.Add(VALUE, decimal(value.amount(), value.currency())));
        map.Add(ISSUED, seal.issuedOn().toEpochDay());
        map.Add(VALID_UNTIL, seal.validUntil().toEpochDay());
        map.Add(CREDENTIAL, seal.credential().raw());
        seal.status()
                .ifPresent(status ->
                        map.Add(STATUS, CBORObject.NewArray().Add(status.list()).Add(status.index())));
        return CborForm.write(map);
    }

    /** Empty for any other bytes, also for other bytes of the same meaning. */
    static Optional<Seal> decode(byte[] bytes) {
        try {
            Seal seal = read(CBORObject.DecodeFromBytes(bytes));
            return Arrays.equals(encode(seal), bytes) ? Optional.of(seal) : Optional.empty();
        } catch (CBORException
                | IllegalStateException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException
                | NullPointerException e) {
            // the library's and the records' ways to say: not CBOR, not of this type, not there, not in its limits
            return Optional.empty();
        }
    }

    private static Seal read(CBORObject map) {
        if (map.getType() != CBORType.Map || integer(map, VERSION) != VERSION_1) {
            throw new IllegalArgumentException("another version");
        }
        MemberId issuer = new MemberId(text(map, ISSUER));
        AgreementCode agreement = new AgreementCode(text(map, AGREEMENT));
        String origin = map.ContainsKey(ORIGIN) ? text(map, ORIGIN) : issuer.value();
        return new Seal(
                new CertificateId(issuer, agreement, new ReferenceNumber(text(map, NUMBER))),
                map.ContainsKey(FORM) ? text(map, FORM) : agreement.value(),
                origin.isEmpty() ? Optional.empty() : Optional.of(new CountryCode(origin)),
                new CountryCode(text(map, IMPORT_COUNTRY)),
                Math.toIntExact(integer(map, ITEMS)),
                optional(map, QUANTITY)
                        .map(total -> new Seal.Total(new Quantity(amount(total)), new UnitCode(text(total, 2)))),
                optional(map, VALUE).map(value -> new Money(amount(value), text(value, 2))),
                LocalDate.ofEpochDay(integer(map, ISSUED)),
                LocalDate.ofEpochDay(integer(map, VALID_UNTIL)),
                Digest.ofRaw(map.get(CREDENTIAL).GetByteString()),
                optional(map, STATUS)
                        .map(status -> new SealStatus(
                                Math.toIntExact(integer(status, 0)), Math.toIntExact(integer(status, 1)))));
    }

    /** Number times ten to the minus scale, as both stand in the decimal's one spelling. */
    private static CBORObject decimal(BigDecimal amount, String unit) {
        BigDecimal plain = amount.scale() < 0 ? amount.setScale(0) : amount;
        return CBORObject.NewArray()
                .Add(plain.unscaledValue().longValueExact())
                .Add(plain.scale())
                .Add(unit);
    }

    private static BigDecimal amount(CBORObject decimal) {
        long scale = integer(decimal, 1);
        if (scale < 0 || scale > 6) {
            throw new IllegalArgumentException("at most 6 digits after the point");
        }
        return BigDecimal.valueOf(integer(decimal, 0), (int) scale);
    }

    private static Optional<CBORObject> optional(CBORObject map, int key) {
        return Optional.ofNullable(map.get(key));
    }

    private static long integer(CBORObject from, int key) {
        CBORObject value = from.get(key);
        if (value.getType() != CBORType.Integer
                || value.isTagged()
                || !value.AsNumber().CanFitInInt64()) {
            throw new IllegalArgumentException("not an integer");
        }
        return value.AsInt64Value();
    }

    private static String text(CBORObject from, int key) {
        return from.get(key).AsString();
    }
}
