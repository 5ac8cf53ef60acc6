package org.entente.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordLogTest {
    private static final List<String> RECORDS = List.of("first", "second, which is longer", "third");

    @TempDir
    private Path folder;

    private Path file;
    private byte[] whole;
    private final List<Long> ends = new ArrayList<>();

    @BeforeEach
    void writeThreeRecords() throws IOException {
        file = folder.resolve("records.log");
        try (RecordLog log = RecordLog.open(file, (position, body) -> {})) {
            for (String text : RECORDS) {
                log.append(ByteString.copyFromUtf8(text));
                ends.add(log.size());
            }
            log.force();
        }
        whole = Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, 5_000, 70_000})
    void cut_at_any_byte_and_lengthened_by_zeros_it_opens_with_the_whole_records_before(int zeros) throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(Arrays.copyOf(whole, length), length + zeros));
            int cut = length;
            int kept = (int) ends.stream().filter(end -> end <= cut).count();
            assertThat(open()).as("cut at %s", cut).isEqualTo(RECORDS.subList(0, kept));
            assertThat(Files.size(file)).isEqualTo(kept == 0 ? 0 : ends.get(kept - 1));
        }
    }

    @Test
    void refuses_to_open_with_any_bit_changed() throws IOException {
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(file, changed);
            assertThatThrownBy(this::open).as("bit %s", bit).isInstanceOf(DamagedStoreException.class);
        }
    }

    @Test
    void refuses_to_open_with_a_damaged_record_before_whole_ones_and_zeros() throws IOException {
        byte[] changed = Arrays.copyOf(whole, whole.length + 5_000);
        changed[20] ^= 1;
        Files.write(file, changed);
        assertThatThrownBy(this::open).isInstanceOf(DamagedStoreException.class);
    }

    private List<String> open() {
        List<String> seen = new ArrayList<>();
        RecordLog.open(file, (position, body) -> seen.add(body.toStringUtf8())).close();
        return seen;
    }
}
