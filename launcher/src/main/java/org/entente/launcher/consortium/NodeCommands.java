package org.entente.launcher.consortium;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.entente.client.MemberNode;
import org.entente.client.origin.CertificateAnswer;
import org.entente.client.origin.CertificateClient;
import org.entente.client.origin.RequestName;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.Receipt;
import org.entente.client.show.CompleteUpTo;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.member.Pair;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.OriginStatement.Issued;
import org.entente.model.origin.OriginStatement.Used;
import org.entente.model.origin.UseKey;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.certificate.DecimalText;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.certificate.UnitCode;
import org.entente.model.shipped.ShippedRules;
import org.entente.model.statement.StatementId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lines that {@link NodeMain} understands, words separated by one space:
 *
 * <pre>
 * issue KEY FILE                                              the importing member is the certificate's
 * use KEY SUBJECT PARTNER ITEM DECLARATION LINE QUANTITY UNIT DAY
 * await STATEMENT SECONDS                                     until it is settled
 * balance PARTNER SUBJECT
 * digest [PARTNER]
 * complete PARTNER
 * rebuild SECONDS
 * </pre>
 */
final class NodeCommands {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MemberNode node;
    private final CertificateClient certificates;

    NodeCommands(MemberNode node) {
        this.node = node;
        this.certificates = CertificateClient.of(node, ShippedRules.CERTIFICATES);
    }

    ObjectNode run(String line) throws InterruptedException {
        String[] words = line.split(" ");
        return switch (words[0]) {
            case "issue" -> issue(words[1], Path.of(words[2]));
            case "use" -> use(words);
            case "await" -> await(new StatementId(words[1]), Duration.ofSeconds(Long.parseLong(words[2])));
            case "balance" -> balance(new MemberId(words[1]), words[2]);
            case "digest" -> digest(words.length > 1 ? Optional.of(new MemberId(words[1])) : Optional.empty());
            case "complete" -> complete(new MemberId(words[1]));
            case "rebuild" -> answer("rebuild").put("done", node.rebuild(Duration.ofSeconds(Long.parseLong(words[1]))));
            default -> throw new IllegalArgumentException("no such command: " + words[0]);
        };
    }

    private static ObjectNode answer(String command) {
        return JSON.createObjectNode().put("command", command);
    }

    private ObjectNode issue(String key, Path file) throws InterruptedException {
        Certificate certificate = certificate(file);
        return accepted(
                "issue",
                certificates.say(name("issue", key), certificate.importCountry().member(), new Issued(certificate)));
    }

    private static Certificate certificate(Path file) {
        try {
            return CertificateJson.parse(Files.readAllBytes(file))
                    .certificate()
                    .orElseThrow(() -> new IllegalArgumentException("no well-formed certificate: " + file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ObjectNode use(String[] words) throws InterruptedException {
        CertificateId certificate = CertificateId.ofSubject(words[2])
                .orElseThrow(() -> new IllegalArgumentException("not a certificate: " + words[2]));
        OriginStatement use = new Used(
                certificate,
                new UseKey(Integer.parseInt(words[4]), words[5], Integer.parseInt(words[6])),
                Quantity.parse(words[7]),
                new UnitCode(words[8]),
                LocalDate.parse(words[9]));
        return accepted("use", certificates.say(name("use", words[1]), new MemberId(words[3]), use));
    }

    private static RequestName name(String command, String key) {
        return new RequestName("node", command, key, "node officer", Instant.EPOCH);
    }

    private static ObjectNode accepted(String command, Acceptance acceptance) {
        ObjectNode answer = answer(command);
        switch (acceptance) {
            case Acceptance.Accepted(Receipt receipt) -> receipt(answer.put("result", "accepted"), receipt);
            case Acceptance.Repeated(Receipt receipt) -> receipt(answer.put("result", "repeated"), receipt);
            case Acceptance.KeyReused(var reason) ->
                answer.put("result", "key-reused").put("code", reason.code().name());
            case Acceptance.Invalid(var findings) -> {
                ArrayNode codes = answer.put("result", "invalid").putArray("codes");
                findings.forEach(finding -> codes.add(finding.code().name()));
            }
        }
        return answer;
    }

    private static void receipt(ObjectNode answer, Receipt receipt) {
        answer.put("statement", receipt.id().toString());
        answer.put("stream", receipt.stream().collection());
    }

    private ObjectNode await(StatementId id, Duration longest) throws InterruptedException {
        ObjectNode answer = answer("await").put("statement", id.toString());
        Optional<Progress> progress = node.outbox().awaitFinal(id, longest).map(status -> status.progress());
        if (progress.isEmpty()) {
            return answer.put("progress", "unknown");
        }
        answer.put("settled", progress.get().isSettled());
        answer.put("progress", progress.get().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
        if (progress.get() instanceof Progress.Final done) {
            answer.put("standing", done.standing().name());
            position(answer, done.at());
        }
        return answer;
    }

    private static void position(ObjectNode answer, Position at) {
        answer.put("block", at.block()).put("transaction", at.transaction()).put("index", at.index());
    }

    private ObjectNode balance(MemberId partner, String subject) {
        ObjectNode answer = answer("balance").put("subject", subject);
        CertificateId certificate = CertificateId.ofSubject(subject)
                .orElseThrow(() -> new IllegalArgumentException("not a certificate: " + subject));
        CertificateAnswer found = certificates.status(certificate, partner);
        answer.put("known", found instanceof CertificateAnswer.Known);
        if (found instanceof CertificateAnswer.Known known) {
            answer.put("status", known.view().status().name());
            ArrayNode items = answer.putArray("items");
            known.view()
                    .balances()
                    .forEach(balance -> items.addObject()
                            .put("item", balance.item())
                            .put("quantity", balance.quantity().toString())
                            .put("used", DecimalText.write(balance.used()))
                            .put("left", DecimalText.write(balance.left()))
                            .put("unit", balance.unit().value()));
        }
        return answer;
    }

    private ObjectNode digest(Optional<MemberId> partner) {
        return answer("digest")
                .put(
                        "digest",
                        node.state()
                                .digest(partner.map(other -> Pair.of(node.self(), other)))
                                .hex());
    }

    private ObjectNode complete(MemberId partner) {
        CompleteUpTo complete = node.state().completeUpTo(partner);
        return answer("complete").put("block", complete.block()).put("missing", complete.missing());
    }
}
