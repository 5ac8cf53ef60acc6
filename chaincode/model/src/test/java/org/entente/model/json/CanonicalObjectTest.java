package org.entente.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.entente.model.sample.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CanonicalObjectTest {
    @Test
    void writes_the_same_as_bytes_and_as_a_tree() {
        Consumer<MemberWriter> members = out -> {
            out.put("a", "\u6d77 \"quoted\"\n");
            out.put("b", -9_007_199_254_740_991L);
            out.object("c", inner -> inner.put("z", 1).put("\u00e9", "e"));
            out.objects("d", List.of("x", "y"), (inner, text) -> inner.put("text", text));
            out.objects("e", List.of(), (inner, text) -> inner.put("text", "never"));
            out.object("f", inner -> {});
            out.optional("g", Optional.of(7)).optional("h", Optional.empty());
            out.texts("i", List.of("one", "two")).texts("j", List.of());
        };

        CanonicalObject object = CanonicalObject.write(members);

        assertThat(object.bytes()).isEqualTo(CanonicalJson.bytes(MemberWriter.tree(members)));
        assertThat(new String(object.bytes(), UTF_8))
                .isEqualTo("{\"a\":\"\u6d77 \\\"quoted\\\"\\n"
                        + "\",\"b\":-9007199254740991,\"c\":{\"z\":1,\"\u00e9\":\"e\"},"
                        + "\"d\":[{\"text\":\"x\"},{\"text\":\"y\"}],\"f\":{},\"g\":\"7\",\"i\":[\"one\",\"two\"]}");
    }

    @Test
    void takes_a_member_more_as_if_all_were_written_anew() {
        Random random = new Random(20_261_126);
        for (int i = 0; i < 5_000; i++) {
            ObjectNode whole = Samples.anyObject(random, 4);
            for (String name : whole.propertyNames()) {
                ObjectNode rest = whole.deepCopy();
                byte[] value = CanonicalJson.bytes(rest.remove(name));
                CanonicalObject object = CanonicalObject.of(rest).with(name, value);
                assertThat(object.bytes()).isEqualTo(CanonicalJson.bytes(whole));
                assertThat(object.value(name)).contains(value);
                for (String other : rest.propertyNames()) {
                    assertThat(object.value(other)).contains(CanonicalJson.bytes(rest.get(other)));
                }
            }
        }
    }

    @Test
    void refuses_what_strict_json_would_not_read() {
        refuses(out -> out.put("b", "1").put("a", "1"));
        refuses(out -> out.put("a", "1").put("a", "1"));
        refuses(out -> out.object("a", inner -> inner.put("c", 1).put("b", 1)));
        refuses(out -> out.put("a", StrictJson.LARGEST_INTEGER + 1));
        refuses(out -> out.put("a", "\u0000"));
        refuses(out -> out.texts("a", List.of("\ud800")));
        refuses(out -> deep(out, StrictJson.MAX_DEPTH));
        assertThat(CanonicalObject.write(out -> deep(out, StrictJson.MAX_DEPTH - 1))
                        .bytes())
                .isNotEmpty();
        CanonicalObject one = CanonicalObject.write(out -> out.put("a", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> one.with("a", "2".getBytes(UTF_8)));
        assertThat(one.value("b")).isEmpty();
    }

    private static void refuses(Consumer<MemberWriter> members) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalObject.write(members));
    }

    private static void deep(MemberWriter out, int levels) {
        if (levels > 0) {
            out.object("a", inner -> deep(inner, levels - 1));
        }
    }
}
