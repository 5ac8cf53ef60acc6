package org.entente.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ObjectReaderTest {
    private final Findings findings = new Findings();

    private ObjectReader reader(ObjectNode node) {
        return ObjectReader.of(node, "/here", findings).orElseThrow();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void a_member_that_is_asked_for_twice_hides_none_that_nobody_asked_for() {
        ObjectReader in = reader(object().put("known", 7).put("unknown", 8));
        assertThat(in.has("known")).isTrue();
        assertThat(in.integer("known", 0, 9)).hasValue(7L);
        in.end();
        assertThat(findings.all()).extracting(Finding::pointer).containsExactly("/here/unknown");
    }

    @Test
    void names_of_one_hash_are_told_apart() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        ObjectReader in = reader(object().put("Aa", "x").put("BB", "y"));
        assertThat(in.text("Aa", 1)).hasValue("x");
        in.end();
        assertThat(findings.all()).extracting(Finding::pointer).containsExactly("/here/BB");
        assertThat(in.text("BB", 1)).hasValue("y");
        in.end();
        assertThat(findings.all()).hasSize(1);
    }

    @Test
    void what_is_wrong_deep_inside_is_told_with_its_whole_place() {
        ObjectNode node = object();
        node.putArray("list").add(object()).addObject().putObject("a/b").put("c", 1);
        ObjectReader second = reader(node).objects("list", 0, 9).get(1);
        ObjectReader inner = second.object("a/b").orElseThrow();
        assertThat(inner.text("c", 5)).isEmpty();
        assertThat(inner.pointer()).isEqualTo("/here/list/1/a~1b");
        assertThat(findings.all()).extracting(Finding::pointer).containsExactly("/here/list/1/a~1b/c");
    }
}
