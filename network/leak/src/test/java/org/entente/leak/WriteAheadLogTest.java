package org.entente.leak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteAheadLogTest {
    private static final String VALUE = "Malting barley in bulk";
    private static final int SHORT_HEADER = 24;
    private static final int LONG_HEADER = 40;

    @TempDir
    Path folder;

    @Test
    void finds_a_value_that_goes_on_after_a_page_header_and_in_the_next_segment() throws IOException {
        Path log = Files.createDirectories(folder.resolve("pg_wal"));
        Files.write(
                log.resolve("000000010000000000000001"),
                segment(page(LONG_HEADER, "", "Malting "), page(SHORT_HEADER, "barley in bulk", "Malting barley")));
        Files.write(log.resolve("000000010000000000000002"), segment(page(LONG_HEADER, " in bulk", "")));

        assertThat(new LeakSearch(List.of(VALUE)).files(folder).leaks())
                .extracting(Leak::place)
                .containsOnly(
                        "records of " + log.resolve("000000010000000000000001"),
                        "records of " + log.resolve("000000010000000000000002"));
    }

    @Test
    void finds_such_a_value_in_no_other_kind_of_file() throws IOException {
        Path other = Files.createDirectories(folder.resolve("base"));
        Files.write(
                other.resolve("000000010000000000000001"),
                segment(page(LONG_HEADER, "", "Malting "), page(SHORT_HEADER, "barley in bulk", "")));

        assertThat(new LeakSearch(List.of(VALUE)).files(folder).leaks()).isEmpty();
    }

    private static byte[] segment(byte[]... pages) {
        ByteBuffer segment = ByteBuffer.allocate(pages.length * WriteAheadLog.PAGE);
        List.of(pages).forEach(segment::put);
        return segment.array();
    }

    private static byte[] page(int header, String first, String last) {
        byte[] page = new byte[WriteAheadLog.PAGE];
        ByteBuffer.wrap(page).order(ByteOrder.nativeOrder()).putShort(2, (short) (header == LONG_HEADER ? 2 : 0));
        byte[] start = first.getBytes(UTF_8);
        byte[] end = last.getBytes(UTF_8);
        System.arraycopy(start, 0, page, header, start.length);
        System.arraycopy(end, 0, page, page.length - end.length, end.length);
        return page;
    }
}
