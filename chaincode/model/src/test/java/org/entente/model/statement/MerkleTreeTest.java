package org.entente.model.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.model.ledger.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {
    /** The eight leaves on which Certificate Transparency implementations test themselves. */
    private static final List<Digest> KNOWN = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(hex -> MerkleTree.leaf(HexFormat.of().parseHex(hex)))
            .toList();

    @ParameterizedTest
    @CsvSource({
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void gives_the_known_roots(int leaves, String root) {
        assertThat(MerkleTree.root(KNOWN.subList(0, leaves))).hasToString(root);
    }

    @Test
    void is_the_tree_that_rfc_9162_section_2_1_1_defines_for_every_size() {
        for (int count = 1; count <= 130; count++) {
            assertThat(MerkleTree.root(leaves(count)).raw()).isEqualTo(asDefined(leaves(count)));
        }
    }

    private static byte[] asDefined(List<Digest> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst().raw();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Digest.of(
                        new byte[] {1},
                        asDefined(leaves.subList(0, split)),
                        asDefined(leaves.subList(split, leaves.size())))
                .raw();
    }

    @Test
    void proves_every_leaf_of_every_size_and_nothing_else() {
        for (int count = 1; count <= 40; count++) {
            List<Digest> leaves = leaves(count);
            Digest root = MerkleTree.root(leaves);
            for (int index = 0; index < count; index++) {
                List<Digest> path = MerkleTree.path(leaves, index);
                Digest leaf = leaves.get(index);
                assertThat(MerkleTree.includes(leaf, index, count, path, root)).isTrue();
                assertThat(MerkleTree.includes(Digest.NONE, index, count, path, root))
                        .isFalse();
                assertThat(MerkleTree.includes(leaf, index, count, path, Digest.NONE))
                        .isFalse();
                for (int other = 0; other < count; other++) {
                    assertThat(MerkleTree.includes(leaf, other, count, path, root))
                            .isEqualTo(other == index);
                }
                refusesChangedPaths(leaf, index, count, path, root);
            }
        }
    }

    private static void refusesChangedPaths(Digest leaf, int index, int count, List<Digest> path, Digest root) {
        List<Digest> longer = new ArrayList<>(path);
        longer.add(Digest.NONE);
        assertThat(MerkleTree.includes(leaf, index, count, longer, root)).isFalse();
        for (int i = 0; i < path.size(); i++) {
            List<Digest> shorter = new ArrayList<>(path);
            shorter.remove(i);
            assertThat(MerkleTree.includes(leaf, index, count, shorter, root)).isFalse();
            List<Digest> changed = new ArrayList<>(path);
            changed.set(i, Digest.NONE);
            assertThat(MerkleTree.includes(leaf, index, count, changed, root)).isFalse();
        }
    }

    @Test
    void refuses_another_count_where_it_changes_the_shape() {
        List<Digest> leaves = leaves(5);
        List<Digest> path = MerkleTree.path(leaves, 4);

        for (int count = -1; count < 40; count++) {
            assertThat(MerkleTree.includes(leaves.get(4), 4, count, path, MerkleTree.root(leaves)))
                    .isEqualTo(count == 5);
        }
    }

    @Test
    void refuses_indexes_outside_the_tree() {
        List<Digest> leaves = leaves(3);
        Digest root = MerkleTree.root(leaves);

        assertThat(MerkleTree.includes(leaves.get(0), -1, 3, MerkleTree.path(leaves, 0), root))
                .isFalse();
        assertThat(MerkleTree.includes(leaves.get(2), 3, 3, MerkleTree.path(leaves, 2), root))
                .isFalse();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> MerkleTree.path(leaves, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> MerkleTree.path(leaves, -1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> MerkleTree.path(List.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.root(List.of()));
    }

    @Test
    void takes_no_inner_node_for_a_statement() {
        List<Digest> leaves = leaves(2);
        byte[] inner = new byte[64];
        System.arraycopy(leaves.get(0).raw(), 0, inner, 0, 32);
        System.arraycopy(leaves.get(1).raw(), 0, inner, 32, 32);

        assertThat(MerkleTree.leaf(inner)).isNotEqualTo(MerkleTree.root(leaves));
    }

    private static List<Digest> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleTree.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
