package org.entente.launcher.demo;

import java.util.Arrays;
import java.util.stream.Stream;
import org.entente.client.outbox.OutboxCode;
import org.entente.model.finding.FindingCode;
import org.entente.model.json.JsonCode;
import org.entente.model.origin.certificate.OriginCode;
import org.entente.model.statement.StatementCode;

/** What the codes mean that a node stores as text. */
final class Titles {
    private Titles() {}

    static String of(String code) {
        Stream<FindingCode> known = Stream.of(
                        OriginCode.values(), StatementCode.values(), JsonCode.values(), OutboxCode.values())
                .flatMap(Arrays::stream);
        return known.filter(each -> each.name().equals(code))
                .map(FindingCode::title)
                .findFirst()
                .orElse("");
    }
}
