package org.entente.contract;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.FindingCode;
import org.entente.model.json.CanonicalJson;
import org.entente.model.statement.StatementCode;
import org.hyperledger.fabric.shim.ChaincodeException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the contract says no. Peers and the shim log error messages, so a refusal names codes and places and never quotes
 * the input; details stay with the client, which can run the same checks.
 */
final class Refusal {
    /** Names that stand in every batch or public record. Any other name was chosen by the sender and may be private. */
    private static final Set<String> KNOWN_NAMES = Set.of(
            "admitted",
            "audience",
            "author",
            "batch",
            "body",
            "count",
            "did",
            "digest",
            "effectiveFrom",
            "envelope",
            "firstSequence",
            "header",
            "keyId",
            "keys",
            "member",
            "merkleRoot",
            "name",
            "officer",
            "previousDigest",
            "publicKey",
            "reads",
            "record",
            "salt",
            "sequence",
            "signature",
            "statementId",
            "statements",
            "subject",
            "type",
            "validFrom",
            "validUntil",
            "version");

    /** Told apart from the shim's own exceptions, which are of its supertype and carry no code. */
    private static final class Refused extends ChaincodeException {
        private static final long serialVersionUID = 1L;

        Refused(String message, byte[] payload) {
            super(message, payload);
        }
    }

    private Refusal() {}

    static ChaincodeException of(FindingCode code) {
        return of(code, "");
    }

    static ChaincodeException of(FindingCode code, String pointer) {
        return of(List.of(Finding.of(code, pointer, "")));
    }

    static ChaincodeException of(List<Finding> findings) {
        Finding first = findings.stream().filter(Finding::isError).findFirst().orElseThrow();
        String place = knownPart(first.pointer());
        String message = first.code().name() + ": " + first.code().title() + (place.isEmpty() ? "" : ", at " + place);
        return new Refused(message, payload(findings));
    }

    static <T> T accepted(Checked<T> checked) {
        return switch (checked) {
            case Checked.Accepted<T>(var value, var remarks) -> value;
            case Checked.Rejected<T>(var findings) -> throw of(findings);
        };
    }

    /** For what stands on the ledger already: if it cannot be read, that is no fault of the call. */
    static <T> T stored(Checked<T> checked) {
        return switch (checked) {
            case Checked.Accepted<T>(var value, var remarks) -> value;
            case Checked.Rejected<T>(var findings) -> throw of(StatementCode.CONTRACT_FAILED);
        };
    }

    static void guard(Runnable call) {
        guarded(() -> {
            call.run();
            return "";
        });
    }

    /** The router logs a foreign exception with its text, which may quote the input: only its place goes on. */
    static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException e) {
            ChaincodeException refusal = of(StatementCode.CONTRACT_FAILED);
            refusal.setStackTrace(e.getStackTrace());
            throw refusal;
        }
    }

    private static byte[] payload(List<Finding> findings) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode entry = list.addObject();
            entry.put("code", finding.code().name());
            entry.put("pointer", knownPart(finding.pointer()));
        }
        return CanonicalJson.bytes(node);
    }

    /** The pointer up to the first name that the sender chose. */
    private static String knownPart(String pointer) {
        StringBuilder known = new StringBuilder();
        for (String token : pointer.split("/", -1)) {
            if (token.isEmpty() && known.isEmpty()) {
                continue;
            }
            if (!KNOWN_NAMES.contains(token) && !token.matches("[0-9]{1,4}")) {
                break;
            }
            known.append('/').append(token);
            if (token.equals("body")) {
                break;
            }
        }
        return known.toString();
    }
}
