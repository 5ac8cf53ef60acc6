package org.entente.client.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.entente.client.MemberNode;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.StatementRequest;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.member.MemberId;
import org.entente.model.member.Pair;
import org.entente.model.statement.StatementId;

/** What the tests do again and again. */
public final class Play {
    /** Long enough for a busy machine; a test that passes never waits for it. */
    public static final Duration SOON = Duration.ofSeconds(60);

    private Play() {}

    /** Has a request accepted. */
    public static StatementId accepted(MemberNode node, StatementRequest request) throws InterruptedException {
        return switch (node.outbox().accept(request)) {
            case Acceptance.Accepted(var receipt) -> receipt.id();
            case Acceptance other -> throw new AssertionError(other);
        };
    }

    /** Waits until a request is settled. */
    public static Progress settled(MemberNode node, StatementId id) throws InterruptedException {
        Progress progress = node.outbox().awaitFinal(id, SOON).orElseThrow().progress();
        assertThat(progress.isSettled()).as(String.valueOf(progress)).isTrue();
        return progress;
    }

    /** Waits until a request is final and says how it stands. */
    public static Standing standing(MemberNode node, StatementId id) throws InterruptedException {
        return switch (settled(node, id)) {
            case Progress.Final(var at, var standing, var by, var findings) -> standing;
            case Progress other -> throw new AssertionError(other);
        };
    }

    /** Says something and waits until it stands. */
    public static StatementId said(MemberNode node, StatementRequest request) throws InterruptedException {
        StatementId id = accepted(node, request);
        assertThat(standing(node, id)).isEqualTo(Standing.STANDS);
        return id;
    }

    /** The total of a tally as a node has it; 0 if there is none. */
    public static long total(MemberNode node, MemberId partner, String subject) {
        return node.state()
                .subject(partner, subject)
                .state()
                .map(bytes -> new String(bytes, UTF_8).replaceAll(".*\"total\":(\\d+).*", "$1"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** Waits until a node has a total of a tally. */
    public static void awaitTotal(MemberNode node, MemberId partner, String subject, long total) throws Exception {
        Until.isTrue(() -> total(node, partner, subject) == total);
    }

    /** Waits until two nodes have the same state of what their members said to each other. */
    public static void awaitSame(MemberNode one, MemberNode other) throws Exception {
        Optional<Pair> pair = Optional.of(Pair.of(one.self(), other.self()));
        Until.isTrue(() -> one.state().digest(pair).equals(other.state().digest(pair)));
    }
}
