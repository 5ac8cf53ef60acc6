package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.entente.client.ledger.LedgerCode;
import org.entente.client.show.Page;
import org.entente.client.stage.Play;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {
    /** A timestamp in the future of the reader's clock is flagged, live or not; within a quarter of an hour is not. */
    @ParameterizedTest
    @CsvSource({"-16, true", "-14, false", "14, false"})
    void a_timestamp_far_from_the_readers_clock_is_flagged(int minutes, boolean flagged, @TempDir Path folder)
            throws Exception {
        InstantSource shifted = () -> Instant.now().plus(Duration.ofMinutes(minutes));
        try (TestNetwork network = TestNetwork.start(folder);
                MemberNode au = MemberNode.start(network.config(AU));
                MemberNode cn = MemberNode.start(network.config(CN).withClock(shifted))) {
            said(au, Requests.raise(CN, "tally-1", 1));
            Play.awaitTotal(cn, AU, "tally-1", 1);
            assertThat(cn.shown().incidents(Page.START).items().stream()
                            .anyMatch(each -> each.code().equals(LedgerCode.LEDGER_TIME_OFF.name())))
                    .isEqualTo(flagged);
        }
    }
}
