package org.entente.model.origin;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.fold.Said;
import org.entente.model.json.ObjectReader;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.origin.CertificateState.Acknowledgement;
import org.entente.model.origin.CertificateState.Event;
import org.entente.model.origin.CertificateState.Use;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.certificate.CodedMembers;
import org.entente.model.statement.StatementId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A certificate's state for storage, format 1. */
final class StateJson {
    /** Of a certificate of which nothing was said but that it was issued: format, certificate and issued. */
    static final int MEMBERS_WHEN_ISSUED = 3;

    private static final int FORMAT = 1;
    private static final long LARGEST = (1L << 53) - 1;
    private static final int MOST_USES = 1_000_000;

    private StateJson() {}

    static ObjectNode write(CertificateState state) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", FORMAT);
        node.set("certificate", CertificateJson.write(state.certificate()));
        node.set("issued", write(state.issued()));
        state.acknowledgement().ifPresent(acknowledgement -> {
            ObjectNode entry = node.putObject("acknowledgement");
            entry.set("body", acknowledgement.said().body());
            entry.set("event", write(acknowledgement.event()));
        });
        state.cancelled().ifPresent(event -> node.set("cancelled", write(event)));
        state.uses().forEach((key, use) -> {
            ObjectNode entry = node.withArray("uses").addObject();
            BodyWriter.write(key, entry);
            entry.put("quantity", use.quantity().toString());
            entry.put("presentedOn", use.presentedOn().toString());
            entry.set("event", write(use.event()));
            use.reversed().ifPresent(event -> entry.set("reversed", write(event)));
        });
        return node;
    }

    static CertificateState read(JsonNode json) {
        Findings findings = new Findings();
        Optional<CertificateState> state = ObjectReader.of(json, "", findings).flatMap(in -> read(in, findings));
        if (findings.hasErrors()) {
            throw damaged();
        }
        return state.orElseThrow(StateJson::damaged);
    }

    private static Optional<CertificateState> read(ObjectReader in, Findings findings) {
        in.integer("format", FORMAT, FORMAT);
        Optional<Certificate> certificate = in.any("certificate")
                .flatMap(node -> CertificateJson.read(node, "/certificate").certificate());
        Optional<Event> issued = event(in.object("issued"));
        Optional<Acknowledgement> acknowledgement = in.optionalObject("acknowledgement")
                .map(entry -> new Acknowledgement(
                        acknowledged(entry.any("body")),
                        event(entry.object("event")).orElseThrow(StateJson::damaged)));
        Optional<Event> cancelled = event(in.optionalObject("cancelled"));
        SortedMap<UseKey, Use> uses = new TreeMap<>();
        for (ObjectReader entry : in.objects("uses", 0, MOST_USES)) {
            CodedMembers members = new CodedMembers(entry, findings);
            uses.put(
                    new UseKey(
                            members.integer("item", 1, 9_999),
                            members.text("declaration", 40),
                            members.integer("declarationItem", 1, 9_999)),
                    new Use(
                            members.quantity("quantity"),
                            members.day("presentedOn"),
                            event(entry.object("event")).orElseThrow(StateJson::damaged),
                            event(entry.optionalObject("reversed"))));
        }
        in.end();
        return certificate.flatMap(
                read -> issued.map(event -> new CertificateState(read, event, acknowledgement, cancelled, uses)));
    }

    private static OriginStatement.Acknowledged acknowledged(Optional<JsonNode> body) {
        return switch (OriginStatement.read(OriginStatement.ACKNOWLEDGED, body.orElseThrow(StateJson::damaged))) {
            case Checked.Accepted<OriginStatement>(OriginStatement.Acknowledged said, var remarks) -> said;
            case Checked.Accepted<OriginStatement> other -> throw damaged();
            case Checked.Rejected<OriginStatement> rejected -> throw damaged();
        };
    }

    /** A statement that is only considered has no position yet, and none is written. */
    private static ObjectNode write(Event event) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", event.id().hex())
                .put("author", event.author().value());
        if (event.at().block() != Said.BEFORE_ORDERING.block()) {
            node.put("block", event.at().block())
                    .put("transaction", event.at().transaction())
                    .put("index", event.at().index());
        }
        return node;
    }

    private static Optional<Event> event(Optional<ObjectReader> reader) {
        return reader.map(in -> new Event(
                in.parsed("id", "a statement id", StatementId::new).orElseThrow(StateJson::damaged),
                in.parsed("author", "a member", MemberId::new).orElseThrow(StateJson::damaged),
                in.has("block")
                        ? new Position(
                                in.integer("block", 0, LARGEST).orElseThrow(StateJson::damaged),
                                index(in, "transaction"),
                                index(in, "index"))
                        : Said.BEFORE_ORDERING));
    }

    private static int index(ObjectReader in, String name) {
        return in.integer(name, 0, Integer.MAX_VALUE)
                .orElseThrow(StateJson::damaged)
                .intValue();
    }

    /** Reads everything of a state that was only just issued except its certificate. */
    static void checkIssued(JsonNode json) {
        Findings findings = new Findings();
        Optional<Event> issued = ObjectReader.of(json, "", findings)
                .filter(in -> in.integer("format", FORMAT, FORMAT).isPresent())
                .flatMap(in -> event(in.object("issued")));
        if (findings.hasErrors() || issued.isEmpty()) {
            throw damaged();
        }
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("not the stored state of a certificate");
    }
}
