package org.entente.launcher.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.EvidenceFacts;
import org.entente.model.evidence.EvidenceOutcome;
import org.entente.model.finding.Finding;
import org.entente.model.statement.Statement;
import org.entente.model.statement.StatementDraft;

/** Says to a person what the check found. */
final class EvidenceWords {
    private EvidenceWords() {}

    /** One line with the verdict, and below it what it rests on or what is wrong. */
    static List<String> outcome(int number, EvidenceEntry entry, EvidenceOutcome outcome) {
        List<String> lines = new ArrayList<>();
        switch (outcome) {
            case EvidenceOutcome.Valid(var facts) -> {
                lines.add(number + ". VALID: " + said(entry));
                lines.add("   recorded " + recorded(entry));
                lines.addAll(facts(entry, facts));
            }
            case EvidenceOutcome.Invalid(var because) -> {
                lines.add(number + ". INVALID, because " + reasons(because));
                lines.add("   it claims: " + said(entry));
                because.forEach(each -> lines.add("   - " + finding(each)));
            }
            case EvidenceOutcome.CouldNotCheck(var because) -> {
                lines.add(number + ". COULD NOT CHECK, because " + reasons(because));
                lines.add("   it claims: " + said(entry));
                because.forEach(each -> lines.add("   - " + finding(each)));
            }
        }
        return lines;
    }

    static String said(EvidenceEntry entry) {
        Statement statement = entry.statement().statement();
        StatementDraft draft = statement.draft();
        return draft.stream().author() + " said to " + draft.stream().audience() + ": " + draft.type() + " about "
                + Printable.text(draft.subject()) + ", effective " + draft.effectiveFrom() + " (number "
                + statement.sequence() + " of " + draft.stream() + ")";
    }

    static String recorded(EvidenceEntry entry) {
        return entry.ledger().timestamp() + " by transaction " + entry.ledger().transactionId() + ", block "
                + entry.ledger().at().block() + ", transaction "
                + entry.ledger().at().transaction() + ", statement "
                + entry.proof().index() + " of " + entry.header().count();
    }

    private static List<String> facts(EvidenceEntry entry, EvidenceFacts facts) {
        List<String> lines = new ArrayList<>();
        if (facts.keyTrusted()) {
            lines.add("   proven: " + entry.header().stream().author() + "'s key "
                    + entry.header().keyId() + ", which you trust, signed the batch that holds it");
        }
        if (facts.ledgerProven()) {
            lines.add("   proven: " + Printable.text(facts.ledger().creator()) + " and "
                    + Printable.text(String.join(" and ", facts.ledger().endorsers()))
                    + ", certified by a root that you trust, signed the transaction that writes its hash");
        } else {
            lines.add("   not proven: who signed the transaction, and so its time; you trust no root of "
                    + entry.header().stream().author());
        }
        String witness = facts.positionAttestedBy()
                .map(member -> member + ", whose key you trust, answers for both with its signature")
                .orElse("the file says so, signed by nobody you trust");
        lines.add("   not proven by the bytes: that the ledger counted the transaction, and its place; " + witness);
        if (facts.ledger().aloneInBlock()) {
            lines.add("   proven: the block with data hash " + entry.ledger().dataHash()
                    + " holds this transaction alone");
        }
        return lines;
    }

    static String finding(Finding finding) {
        return finding.code().name() + (finding.pointer().isEmpty() ? "" : " at " + Printable.text(finding.pointer()))
                + ": " + Printable.text(finding.detail());
    }

    static String reasons(List<Finding> because) {
        return because.stream()
                .map(each -> lowerFirst(each.code().title()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String lowerFirst(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
