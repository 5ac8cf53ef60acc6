package org.entente.launcher.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.model.evidence.Contradiction;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.statement.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing on which two files disagree.
 *
 * @param on what: a JSON Pointer into the statement, or words where it is nothing inside it
 * @param first what the first file has, empty if nothing
 * @param second what the second file has, empty if nothing
 */
record Disagreement(String on, String first, String second) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 50;
    private static final int LONGEST = 120;

    /** All of a contradiction, the telling ones first; at most fifty. */
    static List<Disagreement> of(Contradiction contradiction) {
        EvidenceEntry first = contradiction.first();
        EvidenceEntry second = contradiction.second();
        return switch (contradiction.kind()) {
            case SAME_SEQUENCE, SAME_ID -> content(first, second, Set.of("salt", "previousDigest", "sequence"));
            case SUBJECT_TOLD_DIFFERENTLY ->
                content(first, second, Set.of("audience", "salt", "previousDigest", "sequence", "statementId"));
            case BROKEN_CHAIN -> chain(first, second);
            case POSITION_DIFFERS -> places(first, second);
        };
    }

    private static List<Disagreement> content(EvidenceEntry first, EvidenceEntry second, Set<String> aside) {
        List<Disagreement> found = new ArrayList<>();
        JsonNode left = JSON.readTree(first.statement().bytes());
        JsonNode right = JSON.readTree(second.statement().bytes());
        for (String name : names(left, right)) {
            if (!aside.contains(name)) {
                compare("/" + escaped(name), left.path(name), right.path(name), found);
            }
        }
        if (found.isEmpty()) {
            found.add(new Disagreement(
                    "the digest",
                    first.statement().digest().hex(),
                    second.statement().digest().hex()));
        }
        return found;
    }

    private static Set<String> names(JsonNode left, JsonNode right) {
        Set<String> names = new LinkedHashSet<>(left.propertyNames());
        names.addAll(right.propertyNames());
        return names;
    }

    private static void compare(String pointer, JsonNode left, JsonNode right, List<Disagreement> found) {
        if (found.size() >= MOST || left.equals(right)) {
            return;
        }
        if (left.isObject() && right.isObject()) {
            names(left, right)
                    .forEach(name -> compare(pointer + "/" + escaped(name), left.path(name), right.path(name), found));
        } else if (left.isArray() && right.isArray()) {
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                compare(pointer + "/" + i, left.path(i), right.path(i), found);
            }
        } else {
            found.add(new Disagreement(pointer, text(left), text(right)));
        }
    }

    /** RFC 6901, 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "" : node.toString();
    }

    private static List<Disagreement> chain(EvidenceEntry first, EvidenceEntry second) {
        boolean inOrder = sequence(first) < sequence(second);
        long earlier = Math.min(sequence(first), sequence(second));
        return List.of(new Disagreement(
                "the digest of number " + earlier,
                inOrder ? digest(first) : named(first),
                inOrder ? named(second) : digest(second)));
    }

    private static long sequence(EvidenceEntry entry) {
        return statement(entry).sequence();
    }

    private static Statement statement(EvidenceEntry entry) {
        return entry.statement().statement();
    }

    private static String digest(EvidenceEntry entry) {
        return entry.statement().digest().hex();
    }

    private static String named(EvidenceEntry entry) {
        return statement(entry).previousDigest().hex();
    }

    private static List<Disagreement> places(EvidenceEntry first, EvidenceEntry second) {
        List<Disagreement> found = new ArrayList<>();
        unequal(
                "the block",
                String.valueOf(first.at().block()),
                String.valueOf(second.at().block()),
                found);
        unequal(
                "the place in the block",
                String.valueOf(first.at().transaction()),
                String.valueOf(second.at().transaction()),
                found);
        unequal(
                "the place in the batch",
                String.valueOf(first.at().index()),
                String.valueOf(second.at().index()),
                found);
        unequal(
                "the transaction",
                first.ledger().transactionId().hex(),
                second.ledger().transactionId().hex(),
                found);
        return found;
    }

    private static void unequal(String on, String first, String second, List<Disagreement> found) {
        if (!first.equals(second)) {
            found.add(new Disagreement(on, first, second));
        }
    }

    /** For a person. */
    String words(Object firstFile, Object secondFile) {
        return Printable.text(on) + ": " + has(first, firstFile) + ", " + has(second, secondFile);
    }

    private static String has(String value, Object file) {
        String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
        return (value.isEmpty() ? "nothing" : Printable.text(shown)) + " in " + file;
    }
}
