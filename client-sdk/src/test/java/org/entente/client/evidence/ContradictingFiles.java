package org.entente.client.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.model.evidence.Contradiction.Kind;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StreamHead;
import org.entente.model.trust.Trust;

/**
 * The files in {@code docs/guides/sample-evidence/contradictions}: for each way in which an author can be caught two files
 * that are valid by themselves, and the trust to check all of them by.
 */
final class ContradictingFiles {
    private static final StreamHead HEAD = new StreamHead(10, Digest.of(new byte[] {10}));
    private static final StreamHead LATER = new StreamHead(40, Digest.of(new byte[] {40}));

    private final Administration au = Administration.of("AU");
    private final Administration cn = Administration.of("CN");
    private final Administration sg = Administration.of("SG");
    private final Story toChina = new Story(au, cn, 5);
    private final Story toSingapore = new Story(au, sg, 6);
    private final Path folder;

    private ContradictingFiles(Path folder) {
        this.folder = folder;
    }

    static void write(Path folder) throws IOException {
        new ContradictingFiles(folder).write();
    }

    private void write() throws IOException {
        Trust trust = new Trust(Map.of(au.member(), au.byBoth(), cn.member(), cn.byBoth(), sg.member(), sg.byBoth()));
        Files.write(folder.resolve("trust.json"), trust.bytes());
        Batch one = batch(HEAD, said("100"));
        pair(Kind.SAME_SEQUENCE, china(one, 7), china(batch(HEAD, said("250")), 8));
        Batch elsewhere = batch(new StreamHead(11, Digest.of(new byte[] {11})), said("8"));
        pair(Kind.BROKEN_CHAIN, china(one, 7), china(elsewhere, 8));
        StatementDraft first = said("100");
        StatementDraft other = said("250");
        StatementDraft reused = new StatementDraft(
                other.stream(),
                first.id(),
                other.type(),
                other.subject(),
                other.effectiveFrom(),
                other.officer(),
                other.salt(),
                other.body());
        pair(Kind.SAME_ID, china(batch(HEAD, first), 7), china(batch(LATER, reused), 8));
        pair(Kind.POSITION_DIFFERS, china(one, 7), china(one, 9));
        StatementDraft told = toSingapore.draft(
                au, sg, "origin.certificate.issued", Story.CERTIFICATE, Story.body("quantity", "250"));
        pair(
                Kind.SUBJECT_TOLD_DIFFERENTLY,
                china(one, 7),
                entry(toSingapore, Batch.seal(HEAD, List.of(told), au.signer()), 8));
    }

    private StatementDraft said(String quantity) {
        return toChina.draft(au, cn, "origin.certificate.issued", Story.CERTIFICATE, Story.body("quantity", quantity));
    }

    private Batch batch(StreamHead head, StatementDraft draft) {
        return Batch.seal(head, List.of(draft), au.signer());
    }

    private EvidenceEntry china(Batch batch, long block) {
        return entry(toChina, batch, block);
    }

    private EvidenceEntry entry(Story story, Batch batch, long block) {
        return story.entry(au, batch, 0, new Position(block, 0, 0), Story.time("2026-05-04T10:00:00Z"));
    }

    private void pair(Kind kind, EvidenceEntry first, EvidenceEntry second) throws IOException {
        write(kind, 1, first);
        write(kind, 2, second);
    }

    private void write(Kind kind, int number, EvidenceEntry entry) throws IOException {
        Story story = entry.stream().audience().equals(sg.member()) ? toSingapore : toChina;
        Files.write(
                folder.resolve(name(kind, number)),
                story.presented(List.of(entry)).bytes());
    }

    static String name(Kind kind, int number) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + number + ".json";
    }
}
