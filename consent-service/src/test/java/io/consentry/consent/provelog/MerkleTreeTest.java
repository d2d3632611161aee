package io.consentry.consent.provelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The entries of the reference tests of Certificate Transparency. */
    private static final List<byte[]> PUBLISHED = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HEX::parseHex)
            .map(NaiveTree::leaf)
            .toList();

    private static MerkleTree over(List<byte[]> leaves) {
        return new MerkleTree(
                (level, place) -> NaiveTree.root(leaves.subList((int) (place << level), (int) ((place + 1) << level))));
    }

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void root_isThePublishedOne_forThePublishedLeaves(int size, String root) {
        assertThat(HEX.formatHex(over(PUBLISHED).root(size))).isEqualTo(root);
    }

    @Test
    void everyProof_convincesAnIndependentVerifier_forAllSizesToSeventy() {
        List<byte[]> leaves = IntStream.range(0, 70)
                .mapToObj(i -> NaiveTree.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
        MerkleTree tree = over(leaves);
        for (int size = 1; size <= leaves.size(); size++) {
            byte[] root = NaiveTree.root(leaves.subList(0, size));
            assertThat(tree.root(size)).isEqualTo(root);
            for (int leaf = 0; leaf < size; leaf++) {
                List<byte[]> path = tree.inclusion(leaf, size);
                assertThat(NaiveTree.isIncluded(leaves.get(leaf), leaf, size, path, root))
                        .isTrue();
                assertThat(NaiveTree.isIncluded(leaves.get((leaf + 1) % 70), leaf, size, path, root))
                        .isFalse();
            }
            for (int first = 1; first <= size; first++) {
                byte[] earlier = NaiveTree.root(leaves.subList(0, first));
                assertThat(NaiveTree.isConsistent(first, size, earlier, root, tree.consistency(first, size)))
                        .isTrue();
            }
        }
    }
}
