package org.entente.launcher.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.member.MemberId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Certificates to apply for: the shipped samples under other numbers, on other days, and in the other direction too. */
public final class SampleCertificate {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DATE = Pattern.compile("\"(\\d{4}-\\d{2}-\\d{2})\"");

    /** Which sample has goods that a member exports, and to whom. */
    private enum Sample {
        CHAFTA("chafta-clean.json", "AU", "CN", "AUADL", "CNSHA"),
        ATIGA("atiga-form-d-clean.json", "ID", "SG", "IDTPP", "SGSIN");

        private final String file;
        private final String from;
        private final String to;
        private final String loading;
        private final String discharge;

        Sample(String file, String from, String to, String loading, String discharge) {
            this.file = file;
            this.from = from;
            this.to = to;
            this.loading = loading;
            this.discharge = discharge;
        }
    }

    private SampleCertificate() {}

    /**
     * To whom a member's sample certificates go.
     *
     * @param issuer an administration
     * @return its partner
     */
    public static MemberId partner(MemberId issuer) {
        Sample sample = sample(issuer);
        return new MemberId(sample.from.equals(issuer.value()) ? sample.to : sample.from);
    }

    private static Sample sample(MemberId issuer) {
        return Sample.CHAFTA.from.equals(issuer.value()) || Sample.CHAFTA.to.equals(issuer.value())
                ? Sample.CHAFTA
                : Sample.ATIGA;
    }

    /**
     * A certificate of an administration.
     *
     * @param issuer the administration
     * @param number its reference number
     * @param issued the day of issue
     * @return what an exporter applies for
     */
    public static JsonNode of(MemberId issuer, String number, LocalDate issued) {
        Sample sample = sample(issuer);
        String text = text(sample.file);
        boolean turned = !sample.from.equals(issuer.value());
        if (turned) {
            text = swapped(
                    text,
                    Map.of(
                            sample.from,
                            sample.to,
                            sample.to,
                            sample.from,
                            sample.loading,
                            sample.discharge,
                            sample.discharge,
                            sample.loading));
        }
        ObjectNode certificate = (ObjectNode) JSON.readTree(moved(text, issued));
        certificate.put("referenceNo", number);
        if (turned) {
            certificate.put("office", "Sample Issuing Office of " + issuer);
            ((ObjectNode) certificate.path("exporter")).put("name", "Sample Exports of " + issuer);
            ((ObjectNode) certificate.path("consignee")).put("name", "Sample Imports of " + partner(issuer));
        }
        return certificate;
    }

    /** The exporter of an administration's sample certificates. */
    static String exporter(MemberId issuer) {
        return of(issuer, "NONE", LocalDate.EPOCH).at("/exporter/name").asString();
    }

    private static String text(String file) {
        try (InputStream in =
                SampleCertificate.class.getResourceAsStream("/org/entente/launcher/demo/samples/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the build left the sample out: " + file);
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String swapped(String text, Map<String, String> values) {
        return Pattern.compile("\"([A-Z]{2}|[A-Z]{5})\"")
                .matcher(text)
                .replaceAll(found -> "\"" + values.getOrDefault(found.group(1), found.group(1)) + "\"");
    }

    /** All days by as much as the day of issue. */
    private static String moved(String text, LocalDate issued) {
        Matcher first = Pattern.compile("\"issuedAt\": \"([0-9-]+)\"").matcher(text);
        if (!first.find()) {
            throw new IllegalStateException("the sample has no day of issue");
        }
        long days = ChronoUnit.DAYS.between(LocalDate.parse(first.group(1)), issued);
        return DATE.matcher(text)
                .replaceAll(found -> "\"" + LocalDate.parse(found.group(1)).plusDays(days) + "\"");
    }
}
