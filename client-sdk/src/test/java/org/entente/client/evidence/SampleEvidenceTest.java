package org.entente.client.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.model.evidence.Contradiction;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceCheck;
import org.entente.model.evidence.EvidenceComparison;
import org.entente.model.evidence.EvidenceVerdict;
import org.entente.model.finding.Checked;
import org.entente.model.trust.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Evidence lives for ever: the committed files of {@code docs/guides/sample-evidence} must be read by every later release.
 * {@code -Dentente.regenerate=sample-evidence} makes new ones, and
 * {@code contradictions} those of that folder, for a new version of the format only.
 */
class SampleEvidenceTest {
    private static final Path FOLDER = Path.of("../docs/guides/sample-evidence");

    @Test
    void the_committed_samples_are_valid_and_the_second_tells_another_story() throws IOException {
        if (System.getProperty("entente.regenerate", "").equals("sample-evidence")) {
            SampleFiles.write(Files.createDirectories(FOLDER));
        }
        Trust trust = accepted(Trust.parse(Files.readAllBytes(FOLDER.resolve("trust.json"))));
        EvidenceCheck check = EvidenceProofTest.check(trust);
        Evidence first = valid(check, "evidence.json");
        Evidence second = valid(check, "another-story.json");
        List<Contradiction> found = EvidenceComparison.compare(first.entries(), second.entries());
        assertThat(found).extracting(Contradiction::kind).containsExactly(Contradiction.Kind.SUBJECT_TOLD_DIFFERENTLY);
    }

    @ParameterizedTest
    @EnumSource
    void the_committed_contradictions_are_valid_by_themselves_and_expose_their_author(Contradiction.Kind kind)
            throws IOException {
        Path folder = FOLDER.resolve("contradictions");
        if (System.getProperty("entente.regenerate", "").equals("contradictions")
                && kind == Contradiction.Kind.SAME_SEQUENCE) {
            ContradictingFiles.write(Files.createDirectories(folder));
        }
        EvidenceCheck check =
                EvidenceProofTest.check(accepted(Trust.parse(Files.readAllBytes(folder.resolve("trust.json")))));
        Evidence first = valid(check, "contradictions/" + ContradictingFiles.name(kind, 1));
        Evidence second = valid(check, "contradictions/" + ContradictingFiles.name(kind, 2));
        assertThat(EvidenceComparison.compare(first.entries(), second.entries()))
                .extracting(Contradiction::kind)
                .containsExactly(kind);
    }

    private static Evidence valid(EvidenceCheck check, String name) throws IOException {
        EvidenceVerdict verdict = check.check(Files.readAllBytes(FOLDER.resolve(name)));
        assertThat(verdict.isValid()).as("%s: %s", name, verdict).isTrue();
        return ((EvidenceVerdict.Judged) verdict).evidence();
    }

    private static <T> T accepted(Checked<T> checked) {
        if (checked instanceof Checked.Accepted<T>(T value, var remarks)) {
            return value;
        }
        throw new AssertionError(checked.toString());
    }
}
