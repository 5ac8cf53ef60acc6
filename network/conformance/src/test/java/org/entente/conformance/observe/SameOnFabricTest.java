package org.entente.conformance.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded network answers as real peers did, wherever a run on real peers left its file. */
class SameOnFabricTest {
    private static final Path FOLDER = Path.of("observed");

    /** Where a single leader orders, a submit is answered otherwise than by a quorum; the embedded network does as a quorum. */
    private static final Set<String> OTHERWISE_BY_RAFT =
            Set.of("submit/same envelope again", "submit/signature by another member", "submit/more than 10 MB");

    @Test
    void the_embedded_network_answers_as_fabric_did() throws IOException {
        Map<String, Observed> embedded = ObservedFile.read(FOLDER.resolve("embedded.json"));
        assertThat(embedded).isNotEmpty();
        for (Path file : recordedOnFabric()) {
            Map<String, Observed> fabric = new TreeMap<>(ObservedFile.read(file));
            if (file.getFileName().toString().endsWith("-raft.json")) {
                assertThat(fabric).containsKeys(OTHERWISE_BY_RAFT.toArray(String[]::new));
                fabric.keySet().removeAll(OTHERWISE_BY_RAFT);
            }
            assertThat(embedded).as("every case of " + file).containsAllEntriesOf(fabric);
        }
    }

    @Test
    void a_file_is_sorted_and_reads_back(@TempDir Path folder) throws IOException {
        Map<String, Observed> cases = new TreeMap<>();
        cases.put("b", Observed.of("commit", "VALID"));
        cases.put("a", new Observed("endorse", "ABORTED", "words", List.of("CN: y", "AU: x")));
        Path file = folder.resolve("new").resolve("x.json");

        ObservedFile.write(file, cases);

        assertThat(ObservedFile.read(file)).isEqualTo(cases);
        assertThat(Files.readString(file))
                .startsWith("{\n  \"a\"")
                .contains("\"AU: x\",\n")
                .endsWith("}\n");
        assertThat(ObservedFile.read(folder.resolve("none.json"))).isEmpty();
    }

    private static List<Path> recordedOnFabric() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("fabric-"))
                    .sorted()
                    .toList();
        }
    }
}
