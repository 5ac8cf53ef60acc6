package org.entente.api.stage;

/** Certificates from application to finality, at one instance. */
public record Issuance(Api api, String exporter, String officer) {
    /** A new certificate that stands on the ledger; gives its name in paths. */
    public String issued() {
        return issued(Samples.certificate());
    }

    /** A given certificate, likewise. */
    public String issued(String certificate) {
        Answer applied =
                api.send(api.post(exporter, "/v1/applications", certificate)).expect(201);
        api.send(api.post(officer, applied.header("Location") + "/approval", "")
                        .header("If-Match", applied.header("ETag")))
                .expect(200);
        Until.holds(
                () -> api.get(exporter, applied.header("Location")),
                answer -> answer.text("/progress/stage").equals("FINAL"));
        String number = applied.text("/certificate/referenceNo");
        return api.get(exporter, "/v1/certificates?limit=200")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/referenceNo").asString().equals(number))
                .map(item -> item.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }
}
