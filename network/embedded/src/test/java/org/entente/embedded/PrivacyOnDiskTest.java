package org.entente.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.embedded.probe.TestNetwork.AU;
import static org.entente.embedded.probe.TestNetwork.CN;
import static org.entente.embedded.probe.TestNetwork.SG;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.entente.embedded.probe.Refusal;
import org.entente.embedded.probe.TestNetwork;
import org.entente.leak.LeakSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in whose folder. */
final class PrivacyOnDiskTest {
    private static final String SECRET = "a value that only two members may have";

    @TempDir
    Path folder;

    /** Whether the value can be read there. Its hash stands on every disk: the values of these tests are not salted. */
    private boolean has(String part, String text) throws IOException {
        return new LeakSearch(List.of(text))
                .files(folder.resolve(part)).leaks().stream()
                        .anyMatch(leak -> !leak.spelling().isHash());
    }

    @Test
    void private_bytes_stand_with_the_two_members_and_nobody_else() throws Exception {
        try (TestNetwork network = TestNetwork.start(folder)) {
            network.as(AU).submitPrivate("putPrivate", SECRET, "AU-CN", "k");
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "k")).isEqualTo(SECRET);
        }
        assertThat(has("AU", SECRET)).isTrue();
        assertThat(has("CN", SECRET)).isTrue();
        assertThat(has("SG", SECRET)).isFalse();
        assertThat(has("ID", SECRET)).isFalse();
        assertThat(has("ledger", SECRET)).isFalse();
    }

    @Test
    void a_members_keys_stand_in_its_own_folder_only() throws Exception {
        try (TestNetwork network = TestNetwork.start(folder)) {
            String key = network.network()
                    .endpoint(AU)
                    .clientKeyPem()
                    .lines()
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            assertThat(has("AU", key)).isTrue();
            assertThat(has("CN", key)).isFalse();
            assertThat(has("endpoints.json", key)).isFalse();
            assertThat(network.network().endpoint(AU).toString()).doesNotContain(key);
        }
    }

    @Test
    void a_deleted_value_is_gone_from_the_state_and_a_purged_one_from_the_disks() throws Exception {
        try (TestNetwork network = TestNetwork.start(folder)) {
            network.as(AU).submitPrivate("putPrivate", SECRET, "AU-CN", "deleted");
            network.as(AU).submit("deletePrivate", "AU-CN", "deleted");
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "deleted"))
                    .isEmpty();
            assertThat(has("AU/ledger", SECRET)).isTrue();
            network.as(AU).submitPrivate("putPrivate", "purge me", "AU-CN", "purged");
            network.as(AU).submit("purgePrivate", "AU-CN", "purged");
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "purged")).isEmpty();
            assertThat(network.as(SG).evaluate("getPrivateHash", "AU-CN", "purged"))
                    .isEmpty();
            assertThat(has("AU/ledger", "purge me")).isFalse();
            assertThat(has("CN/ledger", "purge me")).isFalse();
            assertThat(has("AU/ledger", SECRET)).isTrue();
            network.as(AU).submitPrivate("putPrivate", "written again", "AU-CN", "purged");
        }
        try (TestNetwork network = TestNetwork.start(folder)) {
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "purged")).isEqualTo("written again");
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "deleted"))
                    .isEmpty();
        }
    }

    @Test
    void a_value_purged_while_a_member_was_away_never_reaches_its_disk() throws Exception {
        try (TestNetwork network = TestNetwork.start(folder)) {
            network.network().stopPeer(CN);
            network.as(AU).submitPrivate("putPrivate", "missed and purged", "AU-CN", "k");
            network.as(AU).submit("purgePrivate", "AU-CN", "k");
            network.network().startPeer(CN);
            Refusal.await(() -> network.network().missingPrivateData(CN) == 0);
            assertThat(has("CN", "missed and purged")).isFalse();
            assertThat(has("AU", "missed and purged")).isFalse();
        }
    }

    @Test
    void what_was_endorsed_and_submitted_after_a_restart_still_has_its_private_data() throws Exception {
        byte[] endorsed;
        try (TestNetwork network = TestNetwork.start(folder)) {
            endorsed = network.as(AU)
                    .proposal("putPrivate", SECRET, "AU-CN", "k")
                    .endorse()
                    .getBytes();
        }
        try (TestNetwork network = TestNetwork.start(folder)) {
            network.as(AU).gateway().newTransaction(endorsed).submit();
            assertThat(network.as(CN).evaluate("getPrivate", "AU-CN", "k")).isEqualTo(SECRET);
        }
    }
}
