package org.entente.api.page.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** What the codes of the error catalogue mean, in English. */
final class Catalogue {
    private static final Map<String, String> TITLES = load();

    private Catalogue() {}

    /** The code itself where the catalogue does not know it. */
    static String title(String code) {
        return TITLES.getOrDefault(code, code);
    }

    static Set<String> codes() {
        return TITLES.keySet();
    }

    private static Map<String, String> load() {
        Map<String, String> titles = new HashMap<>();
        try (InputStream in = Catalogue.class.getResourceAsStream("errors.json")) {
            Objects.requireNonNull(in, "errors.json is part of this jar");
            JsonMapper.builder()
                    .build()
                    .readTree(in.readAllBytes())
                    .forEach(entry -> titles.put(
                            entry.at("/code").asString(), entry.at("/title").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(titles);
    }
}
