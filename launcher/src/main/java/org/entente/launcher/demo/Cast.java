package org.entente.launcher.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.origin.certificate.Certificate;

/**
 * Who plays in the story of a certificate.
 *
 * @param exporter issues it
 * @param importer uses it
 * @param outsider sees nothing of it
 */
record Cast(MemberId exporter, MemberId importer, MemberId outsider) {
    private static final Map<String, String> NAMES =
            Map.of("AU", "Australia", "CN", "China", "ID", "Indonesia", "SG", "Singapore");

    /** The cast for a certificate, if both of its countries are members here. */
    static Optional<Cast> of(Certificate certificate, List<MemberId> members) {
        MemberId exporter = certificate.exportCountry().member();
        MemberId importer = certificate.importCountry().member();
        if (exporter.equals(importer) || !members.contains(exporter) || !members.contains(importer)) {
            return Optional.empty();
        }
        return members.reversed().stream()
                .filter(member -> !member.equals(exporter) && !member.equals(importer))
                .findFirst()
                .map(outsider -> new Cast(exporter, importer, outsider));
    }

    StreamId issues() {
        return new StreamId(exporter, importer);
    }

    StreamId answers() {
        return issues().reversed();
    }

    static String name(MemberId member) {
        return NAMES.getOrDefault(member.value(), member.value());
    }
}
