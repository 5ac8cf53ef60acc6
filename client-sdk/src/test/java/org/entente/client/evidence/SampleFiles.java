package org.entente.client.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.ledger.Position;
import org.entente.model.statement.Batch;
import org.entente.model.trust.Trust;

/** The files in {@code docs/guides/sample-evidence}. */
final class SampleFiles {
    private SampleFiles() {}

    /** Writes a story, another one told to a third member, and the trust to check them by. */
    static void write(Path folder) throws IOException {
        Administration au = Administration.of("AU");
        Administration cn = Administration.of("CN");
        Administration sg = Administration.of("SG");
        Files.write(folder.resolve("evidence.json"), new Story(au, cn, 3).told().bytes());
        Files.write(folder.resolve("another-story.json"), another(au, sg).bytes());
        Trust trust = new Trust(Map.of(au.member(), au.byBoth(), cn.member(), cn.byBoth(), sg.member(), sg.byBoth()));
        Files.write(folder.resolve("trust.json"), trust.bytes());
    }

    /** The same certificate, with another quantity. */
    private static Evidence another(Administration au, Administration sg) {
        Story story = new Story(au, sg, 4);
        Batch batch = story.batch(
                au,
                sg,
                List.of(story.draft(
                        au, sg, "origin.certificate.issued", Story.CERTIFICATE, Story.body("quantity", "250"))));
        EvidenceEntry entry = story.entry(au, batch, 0, new Position(11, 0, 0), Story.time("2026-05-05T09:00:00Z"));
        return story.presented(List.of(entry));
    }
}
