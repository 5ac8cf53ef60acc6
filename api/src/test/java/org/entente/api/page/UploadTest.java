package org.entente.api.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.api.page.CertificatePagesTest.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The form, filled in from a file. */
class UploadTest {
    private static final Api AU = Stage.shared().au();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @BeforeAll
    static void accounts() {
        AU.account("up-exporter", AU.organisation("Exporter"), Role.EXPORTER);
    }

    private static Answer uploaded(byte[] file) throws IOException {
        String between = "between-the-parts";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--" + between + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.json\"\r\n"
                        + "Content-Type: application/json\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + between + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return AU.send(AU.as("up-exporter", "/applications/drafts")
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + between)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    @Test
    void a_certificate_of_tradetrusts_form_fills_the_form_and_what_found_no_place_is_reported() throws IOException {
        Answer begun = uploaded(Files.readAllBytes(Path.of("../docs/samples/chafta-tradetrust.json")))
                .expect(302);
        // The remarks stay with the draft: nobody finishes at one sitting.
        for (int look = 0; look < 2; look++) {
            String form = page(AU, "up-exporter", begun.header("Location"))
                    .expect(200)
                    .text();
            assertThat(form)
                    .contains("did not become fields as they stood", "Left out")
                    .contains("name=\"/items/0/hs\" value=\"")
                    .doesNotContain("name=\"/items/0/hs\" value=\"\"");
        }
    }

    @Test
    void a_member_of_our_own_form_that_has_no_field_is_reported_and_one_without_fault_says_nothing()
            throws IOException {
        String sample = Samples.certificate();
        Answer clean = uploaded(sample.getBytes(StandardCharsets.UTF_8)).expect(302);
        assertThat(page(AU, "up-exporter", clean.header("Location")).text()).doesNotContain("Left out");
        Answer begun = uploaded(
                        sample.replaceFirst("\\{", "{\"colour\": \"red\",").getBytes(StandardCharsets.UTF_8))
                .expect(302);
        assertThat(page(AU, "up-exporter", begun.header("Location")).text()).contains("Left out", "/colour");
    }

    @Test
    void five_hundred_items_are_drawn_and_checked() throws IOException {
        ObjectNode certificate = (ObjectNode) JSON.readTree(Samples.certificate());
        ObjectNode item = (ObjectNode) certificate.at("/items/0");
        ArrayNode items = certificate.putArray("items");
        for (int number = 1; number <= 500; number++) {
            items.add(item.deepCopy().put("no", number));
        }
        Answer begun = uploaded(certificate.toString().getBytes(StandardCharsets.UTF_8))
                .expect(302);
        assertThat(page(AU, "up-exporter", begun.header("Location") + "?checked")
                        .expect(200)
                        .text())
                .contains("name=\"/items/499/hs\" value=\"100390\"", "ORIGIN_ITEMS_TOO_MANY");
    }

    @Test
    void a_file_that_is_no_certificate_is_refused_beside_its_field() throws IOException {
        for (String file : new String[] {"", "not JSON", "[1]", "7"}) {
            Answer refused = uploaded(file.getBytes(StandardCharsets.UTF_8)).expect(422);
            assertThat(refused.text()).as(file).contains("The file cannot be read", "id=\"upload\"");
        }
    }
}
