package org.entente.model.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.model.sample.Samples.AU;
import static org.entente.model.sample.Samples.AU_CN;
import static org.entente.model.sample.Samples.CN;
import static org.entente.model.sample.Samples.CN_AU;
import static org.entente.model.sample.Samples.NOON;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.LedgerWrite;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.sample.Keys;
import org.entente.model.sample.Mutation;
import org.entente.model.sample.Samples;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementDraft;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random streams with hostile writes among them: both members see the same, and so does a rebuild. */
class BothSidesTest {
    private static final int WRITES = 120;

    private final List<StatementDraft> said = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void come_to_the_same_result_from_the_same_writes(long seed) {
        Random random = new Random(seed);
        SampleLedger ledger = new SampleLedger();
        List<LedgerWrite> writes = new ArrayList<>();
        for (int i = 0; i < WRITES; i++) {
            writes.add(write(random, ledger, writes));
        }
        Side author = new Side(AU);
        Side audience = new Side(CN);
        int accepted = 0;
        for (LedgerWrite write : writes) {
            BatchOutcome here = author.take(write, ledger);
            assertThat(audience.take(write, ledger)).isEqualTo(here);
            accepted += here instanceof BatchOutcome.Accepted ? 1 : 0;
        }
        assertThat(audience.state()).isEqualTo(author.state());
        assertThat(accepted).isBetween(WRITES / 4, WRITES - 10);
        assertThat(author.total()).as("no count is lost or counted twice").isEqualTo(author.stood);

        Side rebuilt = new Side(CN);
        writes.forEach(write -> rebuilt.take(write, ledger));
        assertThat(rebuilt.state()).isEqualTo(author.state());
    }

    private LedgerWrite write(Random random, SampleLedger ledger, List<LedgerWrite> before) {
        StreamId stream = random.nextBoolean() ? AU_CN : CN_AU;
        List<StatementDraft> drafts = drafts(random, stream);
        return switch (random.nextInt(12)) {
            case 0 -> before.isEmpty() ? ledger.write(ledger.seal(drafts)) : before.get(random.nextInt(before.size()));
            case 1 -> damaged(random, ledger.writeOnly(ledger.seal(drafts)));
            case 2 -> new Altered(ledger.writeOnly(ledger.seal(drafts))).endorsers(Set.of("AU", "CN"));
            case 3 -> new Altered(ledger.writeOnly(ledger.seal(drafts))).collection("AU-SG");
            case 4 -> {
                // Signed by somebody else but written by the author: the head moves.
                Batch batch = SampleLedger.sealAt(ledger.head(drafts), drafts, "key-1", Keys.fresh());
                yield ledger.write(batch);
            }
            case 5 -> new Altered(ledger.write(ledger.seal(drafts))).timestamp(NOON.plusSeconds(random.nextInt(200)));
            default -> ledger.write(ledger.seal(drafts));
        };
    }

    private static LedgerWrite damaged(Random random, LedgerWrite write) {
        byte[] bytes = Mutation.of(random, write.value());
        return new Altered(write).value(Digest.of(bytes), bytes);
    }

    private List<StatementDraft> drafts(Random random, StreamId stream) {
        List<StatementDraft> drafts = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            var body = Samples.count(random.nextInt(20) - 1);
            StatementDraft draft = Samples.draft(
                    random,
                    stream,
                    "subject/" + random.nextInt(3),
                    random.nextBoolean() ? body : body.put("expects", random.nextInt(30)));
            boolean repeat = random.nextInt(6) == 0 && !said.isEmpty();
            StatementDraft next = repeat ? said.get(random.nextInt(said.size())) : draft;
            boolean fits = next.stream().equals(stream)
                    && drafts.stream().noneMatch(other -> other.id().equals(next.id()));
            drafts.add(fits ? next : draft);
            said.add(drafts.getLast());
        }
        return drafts;
    }

    /** One member's fold with its store. */
    private static final class Side {
        private final PairFold fold;
        private final MemoryFoldStore store = new MemoryFoldStore();
        private long stood;

        Side(MemberId reader) {
            fold = new PairFold(
                    reader, SampleLedger.CHAINCODE, Keys.check(), new RuleBook(List.of(new CounterRules())));
        }

        BatchOutcome take(LedgerWrite write, SampleLedger ledger) {
            BatchOutcome outcome = fold.take(write, ledger.registry, store);
            if (outcome instanceof BatchOutcome.Accepted accepted) {
                stood += accepted.statements().stream()
                        .filter(each -> each.standing() == StatementOutcome.Standing.STANDS)
                        .mapToLong(each -> each.statement()
                                .statement()
                                .draft()
                                .body()
                                .path("by")
                                .asLong())
                        .sum();
            }
            return outcome;
        }

        List<String> state() {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                all.add(store.subject(AU_CN.pair(), "subject/" + i)
                        .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                        .orElse(""));
            }
            all.add(store.stream(AU_CN).toString());
            all.add(store.stream(CN_AU).toString());
            return all;
        }

        long total() {
            long total = 0;
            CounterRules rules = new CounterRules();
            for (int i = 0; i < 3; i++) {
                total += store.subject(AU_CN.pair(), "subject/" + i)
                        .map(bytes -> rules.readState(StoredState.parse(bytes)).total())
                        .orElse(0L);
            }
            return total;
        }
    }
}
