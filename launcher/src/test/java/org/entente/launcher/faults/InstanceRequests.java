package org.entente.launcher.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.client.MemberNode;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.OutboxStatus;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.Receipt;
import org.entente.client.outbox.StatementRequest;
import org.entente.client.show.SubjectAnswer;
import org.entente.model.member.MemberId;
import org.entente.model.member.Pair;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Carries out what a test asks of an instance over its standard input. */
final class InstanceRequests {
    private final MemberNode node;

    InstanceRequests(MemberNode node) {
        this.node = node;
    }

    void carryOut(JsonNode request, ObjectNode answer) throws InterruptedException {
        switch (request.path("do").asString()) {
            case "accept" -> write(node.outbox().accept(statement(request)), answer);
            case "await" -> write(node.outbox().awaitFinal(id(request), longest(request)), answer);
            case "status" -> write(node.outbox().status(id(request)), answer);
            case "subject" -> write(node.state().subject(partner(request), text(request, "subject")), answer);
            case "digest" ->
                answer.put("digest", node.state().digest(pair(request)).hex());
            case "rebuild" -> answer.put("done", node.rebuild(longest(request)));
            default -> answer.put("failed", "no such request");
        }
    }

    static StatementRequest statement(JsonNode request) {
        return new StatementRequest(
                "faults",
                "stdin",
                text(request, "key"),
                new MemberId(text(request, "audience")),
                new StatementType(text(request, "type"), 1),
                text(request, "subject"),
                Instant.parse(text(request, "effectiveFrom")),
                "officer of the test",
                request.path("body"));
    }

    private static void write(Acceptance acceptance, ObjectNode answer) {
        switch (acceptance) {
            case Acceptance.Accepted(var receipt) -> write("ACCEPTED", receipt, answer);
            case Acceptance.Repeated(var receipt) -> write("REPEATED", receipt, answer);
            case Acceptance.KeyReused reused -> answer.put("outcome", "KEY_REUSED");
            case Acceptance.Invalid(var findings) ->
                answer.put("outcome", "INVALID").put("findings", findings.toString());
        }
    }

    private static void write(String outcome, Receipt receipt, ObjectNode answer) {
        answer.put("outcome", outcome)
                .put("id", receipt.id().hex())
                .put("receipt", receipt.stream() + " " + receipt.acceptedAt());
    }

    private static void write(Optional<OutboxStatus> status, ObjectNode answer) {
        answer.put("settled", status.map(each -> each.progress().isSettled()).orElse(false));
        answer.put("progress", status.map(each -> words(each.progress())).orElse("UNKNOWN"));
    }

    /** Whatever may not change any more once it is settled, and nothing else. */
    private static String words(Progress progress) {
        return switch (progress) {
            case Progress.Final done -> "FINAL " + done.standing() + " " + done.at() + " " + done.overtakenBy();
            case Progress.Refused refused -> "REFUSED";
            case Progress.Overtaken overtaken -> "OVERTAKEN " + overtaken.by();
            case Progress.Quarantined quarantined -> "QUARANTINED " + quarantined.block();
            case Progress.Waiting waiting -> "WAITING " + waiting.heldUpBy();
            case Progress.InBatch inBatch -> "IN_BATCH";
            case Progress.Committed committed -> "COMMITTED";
        };
    }

    private static void write(SubjectAnswer subject, ObjectNode answer) {
        subject.state().ifPresent(state -> answer.put("state", new String(state, StandardCharsets.UTF_8)));
        answer.put("block", subject.completeUpTo().block());
        answer.put("complete", subject.completeUpTo().isComplete());
    }

    private static Optional<Pair> pair(JsonNode request) {
        return request.has("first")
                ? Optional.of(Pair.of(new MemberId(text(request, "first")), new MemberId(text(request, "second"))))
                : Optional.empty();
    }

    private static MemberId partner(JsonNode request) {
        return new MemberId(text(request, "partner"));
    }

    private static StatementId id(JsonNode request) {
        return new StatementId(text(request, "id"));
    }

    private static Duration longest(JsonNode request) {
        return Duration.ofMillis(request.path("millis").longValue());
    }

    private static String text(JsonNode request, String name) {
        return request.path(name).asString();
    }
}
