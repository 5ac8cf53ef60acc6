package org.entente.api.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.api.certificate.CertificateStanding.Complete;
import org.entente.api.problem.FindingView;
import org.entente.client.show.MissingValue;
import org.entente.client.show.QuarantinedBatch;
import org.entente.client.show.ShownIncident;
import org.entente.client.show.ShownStatement;
import org.entente.client.show.StreamStatus;
import org.entente.model.fold.StatementOutcome.Standing;
import org.jspecify.annotations.Nullable;

/** What an administrator sees of the network. */
final class NetworkView {
    private NetworkView() {}

    /**
     * A member.
     *
     * @param member its code
     * @param name in English
     * @param did its decentralised identifier
     * @param admitted whether its statements count
     * @param keys its current keys
     * @param reads versions that it reads, by statement type
     */
    record Member(
            String member,
            String name,
            String did,
            boolean admitted,
            List<Key> keys,
            Map<String, Set<Integer>> reads) {}

    /**
     * A key with which a member signs.
     *
     * @param keyId its id
     * @param validFrom first moment
     * @param validUntil first moment at which it no longer counts
     */
    record Key(String keyId, Instant validFrom, @Nullable Instant validUntil) {}

    /**
     * All members.
     *
     * @param self whose API this is
     * @param items in the order of their codes
     */
    record Members(String self, List<Member> items) {}

    /**
     * One stream.
     *
     * @param author who speaks
     * @param audience who is spoken to
     * @param sequence of the last statement that the own fold has passed
     * @param completeUpTo how far everything between the two is known
     * @param waiting own statements that have no number yet
     * @param trouble what holds the own dispatcher up right now
     */
    record Stream(
            String author,
            String audience,
            long sequence,
            Complete completeUpTo,
            long waiting,
            @Nullable String trouble) {
        static Stream of(StreamStatus status) {
            return new Stream(
                    status.stream().author().value(),
                    status.stream().audience().value(),
                    status.head().sequence(),
                    Complete.of(status.completeUpTo()),
                    status.waiting(),
                    status.trouble().orElse(null));
        }
    }

    /**
     * All streams of this member.
     *
     * @param items in alphabetical order
     */
    record Streams(List<Stream> items) {}

    /**
     * A hash on the ledger whose bytes have not arrived.
     *
     * @param block where it stands
     * @param transaction where in the block
     * @param collection in which collection
     * @param valueHash SHA-256 of the bytes
     * @param since when the block was taken in
     * @param asked how often the own peer was asked again
     * @param partnerAsked how often the other member of the collection was asked
     * @param lastAnswer why its last answer did not help, a code of the error catalogue
     * @param lastAnswerAt when
     */
    record Missing(
            long block,
            int transaction,
            String collection,
            String valueHash,
            Instant since,
            int asked,
            int partnerAsked,
            @Nullable String lastAnswer,
            @Nullable Instant lastAnswerAt) {
        static Missing of(MissingValue value) {
            return new Missing(
                    value.at().block(),
                    value.at().transaction(),
                    value.collection(),
                    value.valueHash().hex(),
                    value.since(),
                    value.asked(),
                    value.partnerAsked(),
                    value.lastAnswer().map(last -> last.code().name()).orElse(null),
                    value.lastAnswer().map(MissingValue.LastAnswer::at).orElse(null));
        }
    }

    /**
     * A value that failed a check. Its bytes stay in the evidence.
     *
     * @param block where it stands
     * @param transaction where in the block
     * @param transactionId the Fabric transaction id
     * @param creator MSP id of whoever signed the transaction
     * @param collection in which collection
     * @param findings every reason
     */
    record Quarantined(
            long block,
            int transaction,
            String transactionId,
            String creator,
            String collection,
            List<FindingView> findings) {
        static Quarantined of(QuarantinedBatch batch) {
            return new Quarantined(
                    batch.at().block(),
                    batch.at().transaction(),
                    batch.transactionId(),
                    batch.creator(),
                    batch.collection(),
                    batch.findings().stream().map(FindingView::of).toList());
        }
    }

    /**
     * Something odd in a block; it changed nothing.
     *
     * @param block which
     * @param transaction where in the block
     * @param code of the error catalogue
     * @param detail particulars; may hold a stranger's text
     * @param transactionId the Fabric transaction id, or empty text
     * @param seenAt when the block was taken in
     */
    record Incident(long block, int transaction, String code, String detail, String transactionId, Instant seenAt) {
        static Incident of(ShownIncident incident) {
            return new Incident(
                    incident.at().block(),
                    incident.at().transaction(),
                    incident.code(),
                    incident.detail(),
                    incident.transactionId(),
                    incident.seenAt());
        }
    }

    /**
     * A statement that stands on the ledger without effect.
     *
     * @param author who said it
     * @param audience to whom
     * @param sequence its number in the stream
     * @param statement its id
     * @param type what it is
     * @param subject what it speaks of
     * @param block where it stands
     * @param standing how it stands
     * @param findings reasons and remarks
     */
    record WithoutEffect(
            String author,
            String audience,
            long sequence,
            String statement,
            String type,
            String subject,
            long block,
            Standing standing,
            List<FindingView> findings) {
        static WithoutEffect of(ShownStatement statement) {
            return new WithoutEffect(
                    statement.stream().author().value(),
                    statement.stream().audience().value(),
                    statement.sequence(),
                    statement.id().hex(),
                    statement.type().name(),
                    statement.subject(),
                    statement.at().block(),
                    statement.standing(),
                    statement.findings().stream().map(FindingView::of).toList());
        }
    }
}
