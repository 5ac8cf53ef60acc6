package org.entente.certs.credential.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.credential.status.StatusOutcome.IsSet;
import org.entente.certs.credential.status.StatusOutcome.NotSet;
import org.entente.certs.credential.status.StatusOutcome.Undecided;
import org.junit.jupiter.api.Test;

class StatusCheckTest {
    private static final String ID = "https://customs.example/status/co/revocation/1";
    private static final Instant MADE = Instant.parse("2026-05-03T10:00:00Z");
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final Duration TTL = Duration.ofHours(1);
    private static final StatusBits BITS = StatusBits.of(131_072, Set.of(94_567));

    @Test
    void says_not_set_and_set() {
        assertThat(judge(entry(StatusPurpose.REVOCATION, 94_566), revocations(), MADE.plusSeconds(60)))
                .isEqualTo(new NotSet(MADE, false));
        assertThat(judge(entry(StatusPurpose.REVOCATION, 94_567), revocations(), MADE.plusSeconds(60)))
                .isEqualTo(new IsSet(StatusPurpose.REVOCATION, MADE));
        assertThat(new IsSet(StatusPurpose.REVOCATION, MADE).code()).isEqualTo(StatusCode.STATUS_REVOKED);
        assertThat(new IsSet(StatusPurpose.SUSPENSION, MADE).code()).isEqualTo(StatusCode.STATUS_SUSPENDED);
    }

    @Test
    void relies_on_a_list_until_its_last_moment_and_no_longer() {
        StatusEntry entry = entry(StatusPurpose.REVOCATION, 1);

        assertThat(judge(entry, revocations(), MADE.plus(LIFETIME))).isInstanceOf(NotSet.class);
        assertUndecided(judge(entry, revocations(), MADE.plus(LIFETIME).plusNanos(1)), StatusCode.STATUS_LIST_STALE);
    }

    @Test
    void asks_for_a_newer_copy_after_the_time_to_live_without_calling_the_list_stale() {
        StatusEntry entry = entry(StatusPurpose.REVOCATION, 1);

        assertThat(judge(entry, revocations(), MADE.plus(TTL))).isEqualTo(new NotSet(MADE, false));
        assertThat(judge(entry, revocations(), MADE.plus(TTL).plusMillis(1))).isEqualTo(new NotSet(MADE, true));
    }

    @Test
    void takes_the_time_to_live_for_the_limit_where_there_is_no_validity() {
        StatusList list = list(Optional.empty(), Optional.of(TTL));
        StatusEntry entry = entry(StatusPurpose.REVOCATION, 1);

        assertThat(judge(entry, list, MADE.plus(TTL))).isInstanceOf(NotSet.class);
        assertUndecided(judge(entry, list, MADE.plus(TTL).plusNanos(1)), StatusCode.STATUS_LIST_STALE);
    }

    @Test
    void takes_the_readers_own_limit_where_the_issuer_states_none() {
        StatusList list = list(Optional.empty(), Optional.empty());
        StatusEntry entry = entry(StatusPurpose.REVOCATION, 1);

        assertThat(judge(entry, list, MADE.plus(Duration.ofDays(7)))).isInstanceOf(NotSet.class);
        assertUndecided(judge(entry, list, MADE.plus(Duration.ofDays(7)).plusNanos(1)), StatusCode.STATUS_LIST_STALE);
    }

    @Test
    void believes_a_revocation_in_a_stale_list_but_not_a_suspension() {
        Instant late = MADE.plus(LIFETIME).plusSeconds(1);
        StatusList suspensions =
                StatusList.of(ID, "did:web:customs.example", StatusPurpose.SUSPENSION, BITS, MADE, LIFETIME, TTL);

        assertThat(judge(entry(StatusPurpose.REVOCATION, 94_567), revocations(), late))
                .isInstanceOf(IsSet.class);
        assertThat(judge(entry(StatusPurpose.SUSPENSION, 94_567), suspensions, MADE))
                .isInstanceOf(IsSet.class);
        assertUndecided(
                judge(entry(StatusPurpose.SUSPENSION, 94_567), suspensions, late), StatusCode.STATUS_LIST_STALE);
    }

    @Test
    void forgives_a_clock_that_is_ahead_by_the_skew_and_no_more() {
        StatusEntry entry = entry(StatusPurpose.REVOCATION, 94_567);

        assertThat(judge(entry, revocations(), MADE.minus(Duration.ofMinutes(5))))
                .isInstanceOf(IsSet.class);
        assertUndecided(
                judge(entry, revocations(), MADE.minus(Duration.ofMinutes(5)).minusNanos(1)),
                StatusCode.STATUS_LIST_NOT_YET_VALID);
    }

    @Test
    void does_not_take_one_list_for_another() {
        assertUndecided(
                judge(new StatusEntry(StatusPurpose.REVOCATION, 1, ID + "0"), revocations(), MADE),
                StatusCode.STATUS_LIST_FOREIGN);
        assertUndecided(
                judge(entry(StatusPurpose.SUSPENSION, 1), revocations(), MADE), StatusCode.STATUS_PURPOSE_WRONG);
    }

    @Test
    void knows_where_a_list_ends() {
        assertThat(judge(entry(StatusPurpose.REVOCATION, 131_071), revocations(), MADE))
                .isInstanceOf(NotSet.class);
        assertUndecided(
                judge(entry(StatusPurpose.REVOCATION, 131_072), revocations(), MADE),
                StatusCode.STATUS_INDEX_OUT_OF_RANGE);
    }

    @Test
    void refuses_negative_spans() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusCheck(MADE, MADE, Duration.ofNanos(-1), Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusCheck(MADE, MADE, Duration.ZERO, Duration.ofNanos(-1)));
    }

    private static StatusOutcome judge(StatusEntry entry, StatusList list, Instant now) {
        return new StatusCheck(now, MADE, Duration.ofMinutes(5), Duration.ofDays(7)).judge(entry, list);
    }

    private static StatusEntry entry(StatusPurpose purpose, int index) {
        return new StatusEntry(purpose, index, ID);
    }

    private static StatusList revocations() {
        return StatusList.of(ID, "did:web:customs.example", StatusPurpose.REVOCATION, BITS, MADE, LIFETIME, TTL);
    }

    private static StatusList list(Optional<Instant> until, Optional<Duration> ttl) {
        return new StatusList(ID, "did:web:customs.example", Set.of("revocation"), BITS, MADE, until, ttl);
    }

    private static void assertUndecided(StatusOutcome outcome, StatusCode code) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Undecided.class,
                        undecided -> assertThat(undecided.code()).isEqualTo(code));
    }
}
