package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.entente.api.stage.Api;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.Test;

class HealthTest {
    @Test
    void says_to_anybody_in_one_word_that_it_lives_and_is_ready() {
        Api au = Stage.shared().au();
        assertThat(word(au, "/health")).isEqualTo("up\n");
        assertThat(word(au, "/health/ready")).isEqualTo("ready\n");
    }

    private static String word(Api api, String path) {
        return api.send(HttpRequest.newBuilder(api.at(path))).expect(200).text();
    }
}
