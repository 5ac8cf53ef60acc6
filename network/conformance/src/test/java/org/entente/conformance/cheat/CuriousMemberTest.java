package org.entente.conformance.cheat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.conformance.cheat.Cast.CN;
import static org.entente.conformance.cheat.Cast.SG;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.conformance.suite.Blocks;
import org.entente.conformance.suite.Proposals;
import org.entente.conformance.suite.Tampering;
import org.entente.leak.LeakSearch;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.junit.jupiter.api.Test;

/** A member tries to learn what two others tell each other, from all that it holds itself. */
class CuriousMemberTest extends CheatScene {
    private static final String OTHERS = "AU-SG";
    private static final int TRIES = 20_000;

    CuriousMemberTest() {
        super(false);
    }

    @Test
    void finds_nothing_in_its_peers_files_its_database_and_all_logs() throws Exception {
        String tin = tin(4711) + " " + au.node().clock().instant().toEpochMilli();
        String trader = "Barossa Malting of " + tin;
        try (Reader cheat = new Reader(network(), CN, cast.key(CN))) {
            au.says(SG, tin, trader);
            await("it arrived where it belongs", () -> found(sg, tin, trader));
            await(
                    "the cheat has followed as far",
                    () -> cheat.node().shown().followed().nextBlock()
                            >= sg.node().shown().followed().nextBlock());

            LeakSearch search = new LeakSearch(List.of(tin, trader));
            try (Connection connection = Databases.connect(cheat.database())) {
                search.tables(connection);
            }
            for (Path place : network().holdings(CN)) {
                search.files(place);
            }
            for (Path place : network().logs()) {
                search.files(place);
            }
            Blocks.all(client("CN")).forEach(block -> search.bytes("block", block.toByteArray()));
            assertThat(search.leaks()).isEmpty();
        }
    }

    /** It knows every TIN that there may be, and all else that was said; what it lacks is 128 bits of salt. */
    @Test
    void guesses_no_tin_from_key_and_value_hashes() throws Exception {
        String tin = tin(137);
        au.says(SG, tin, "guess who");
        Set<String> guesses = new TreeSet<>();
        IntStream.range(0, TRIES)
                .mapToObj(CuriousMemberTest::tin)
                .flatMap(CuriousMemberTest::spelled)
                .forEach(guess -> guesses.add(hash(guess.getBytes(UTF_8))));

        Set<String> hashes = hashes(Blocks.all(client("CN")));
        assertThat(hashes).hasSizeGreaterThan(3).doesNotContainAnyElementsOf(guesses);

        // Had a TIN been a key and a value without salt, this would have found both.
        Proposals.withValue(client("AU"), tin, "putPrivate", OTHERS, tin)
                .build()
                .endorse()
                .submit();
        Set<String> careless = hashes(Blocks.all(client("CN")));
        assertThat(careless).contains(hash(tin.getBytes(UTF_8)));
    }

    private static boolean found(Reader reader, String subject, String text) {
        return reader.node()
                .state()
                .subject(Cast.AU, subject)
                .state()
                .filter(bytes -> new String(bytes, UTF_8).contains(text))
                .isPresent();
    }

    private static String tin(int number) {
        return "91310000%05d".formatted(number);
    }

    private static Stream<String> spelled(String tin) {
        return Stream.of(
                tin,
                "batch/" + tin,
                "batch/" + hash(tin.getBytes(UTF_8)),
                "{\"note\":\"guess who\"}" + tin,
                "{\"note\":\"guess who\",\"subject\":\"" + tin + "\"}");
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Tampering.sha256(bytes));
    }

    /** All hashes of keys and values that stand in the blocks for a collection. */
    private static Set<String> hashes(List<Block> blocks) throws InvalidProtocolBufferException {
        Set<String> hashes = new HashSet<>();
        for (Block block : blocks) {
            for (var data : block.getData().getDataList()) {
                Payload payload = Payload.parseFrom(Envelope.parseFrom(data).getPayload());
                for (NsReadWriteSet namespace : writes(payload)) {
                    for (var collection : namespace.getCollectionHashedRwsetList()) {
                        if (collection.getCollectionName().equals(OTHERS)) {
                            HashedRWSet.parseFrom(collection.getHashedRwset())
                                    .getHashedWritesList()
                                    .forEach(write -> {
                                        hashes.add(HexFormat.of()
                                                .formatHex(write.getKeyHash().toByteArray()));
                                        hashes.add(HexFormat.of()
                                                .formatHex(write.getValueHash().toByteArray()));
                                    });
                        }
                    }
                }
            }
        }
        return hashes;
    }

    /** Configuration transactions have none. */
    private static List<NsReadWriteSet> writes(Payload payload) {
        try {
            var action = ChaincodeActionPayload.parseFrom(
                    Transaction.parseFrom(payload.getData()).getActions(0).getPayload());
            var response = ProposalResponsePayload.parseFrom(action.getAction().getProposalResponsePayload());
            return TxReadWriteSet.parseFrom(
                            ChaincodeAction.parseFrom(response.getExtension()).getResults())
                    .getNsRwsetList();
        } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
            return List.of();
        }
    }
}
