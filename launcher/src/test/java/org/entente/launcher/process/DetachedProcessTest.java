package org.entente.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that outlives the launcher and is found again by its file. */
class DetachedProcessTest {
    @TempDir
    private Path folder;

    private DetachedProcess process() {
        return new DetachedProcess(folder.resolve("process"));
    }

    private Path log() {
        return folder.resolve("log.txt");
    }

    private void start(String script) {
        process().start(List.of("sh", "-c", script), Map.of("WORD", "given"), folder, log());
    }

    @AfterEach
    void end() {
        process().stop(Duration.ZERO);
    }

    @Test
    void is_found_again_and_started_only_once() {
        start("exec sleep 600");
        long first = process().find().orElseThrow().pid();
        start("exec sleep 601");
        assertThat(process().find().orElseThrow().pid()).isEqualTo(first);
    }

    @Test
    void ends_politely_or_by_force() {
        start("exec sleep 600");
        ProcessHandle polite = process().find().orElseThrow();
        process().stop(Duration.ofSeconds(10));
        assertThat(polite.isAlive()).isFalse();
        assertThat(process().find()).isEmpty();

        start("trap '' TERM; echo deaf; while true; do sleep 1; done");
        ProcessHandle deaf = process().find().orElseThrow();
        process().stop(Duration.ofMillis(200));
        assertThat(deaf.isAlive()).isFalse();
        assertThat(folder.resolve("process")).doesNotExist();
    }

    @Test
    void writes_on_in_the_same_log_and_knows_its_environment() throws Exception {
        start("echo first $WORD");
        process().find().ifPresent(running -> running.onExit().join());
        start("echo second");
        process().find().ifPresent(running -> running.onExit().join());
        assertThat(log()).hasContent("first given\nsecond\n");
    }

    /** The number of a process that ended may by now be another's. */
    @Test
    void another_process_with_the_same_number_is_left_alone() throws IOException {
        long own = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("process"), own + " 1");
        assertThat(process().find()).isEmpty();
        process().stop(Duration.ZERO);
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_file_that_is_none_of_ours_is_no_process() throws IOException {
        for (String content : List.of("", "12", "x y", "1 2 3")) {
            Files.writeString(folder.resolve("process"), content);
            assertThat(process().find()).as(content).isEmpty();
        }
    }
}
