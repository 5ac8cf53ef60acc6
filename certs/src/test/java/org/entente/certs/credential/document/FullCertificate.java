package org.entente.certs.credential.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A certificate in which every member stands that any certificate may have. */
final class FullCertificate {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REST = """
            {"producer": {"name": "Producer", "address": "Street", "country": "ID", "id": {"scheme": "s", "value": "v"}},
             "thirdPartyInvoicer": {"name": "Invoicer", "address": "Street", "country": "MY"},
             "exhibition": {"name": "Fair", "address": "Street"},
             "ceCode": "CE-1",
             "flags": ["exhibition"],
             "originals": [{"referenceNo": "R-1", "date": "2026-01-01", "country": "MY", "item": 1, "quantity": "1",
                            "unit": "KGM"}]}
            """;

    private FullCertificate() {}

    static Certificate read() throws IOException {
        ObjectNode document =
                (ObjectNode) JSON.readTree(Files.readAllBytes(Path.of("../docs/samples/atiga-form-d-clean.json")));
        document.setAll((ObjectNode) JSON.readTree(REST));
        ObjectNode transport = (ObjectNode) document.path("transport");
        transport.putArray("transit").add("MY");
        transport.putArray("containers").add("SAMU1234565");
        ((ObjectNode) document.path("items").path(0)).put("marks", "N/M");
        Certificate certificate =
                CertificateJson.read((JsonNode) document, "").certificate().orElseThrow();
        Map<String, Boolean> filled = new TreeMap<>();
        fill(certificate, filled);
        assertThat(filled)
                .as("a member that certificates have now: fill it here")
                .doesNotContainValue(false);
        return certificate;
    }

    /** Notes of every component that may be empty whether it is filled anywhere. */
    private static void fill(Object value, Map<String, Boolean> filled) {
        if (!value.getClass().getPackageName().equals(Certificate.class.getPackageName())
                || !(value instanceof Record record)) {
            return;
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object content = content(record, component);
            String name = record.getClass().getSimpleName() + "." + component.getName();
            Collection<?> parts = content instanceof Optional<?> optional
                    ? optional.stream().toList()
                    : content instanceof Collection<?> collection ? collection : java.util.List.of(content);
            filled.merge(name, !parts.isEmpty(), Boolean::logicalOr);
            parts.forEach(part -> fill(part, filled));
        }
    }

    private static Object content(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
