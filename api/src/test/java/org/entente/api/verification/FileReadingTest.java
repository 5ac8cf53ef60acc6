package org.entente.api.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.entente.api.account.Role;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Stage;
import org.entente.model.finding.Checked;
import org.entente.paper.qr.QrCode;
import org.junit.jupiter.api.Test;

/** Files are decoded a few at a time, and lead to a few things at most. */
class FileReadingTest {
    private static final FileReading.Door ANYBODY = FileReading.Door.ANYBODY;

    private final FileReading reading = new FileReading();

    private static String link(int number) {
        return "https://au.example/c/AAAAAAAAAAAAAAAAAAAAA" + "AQgw".charAt(number % 4) + "#"
                + "ABCDEFGH".charAt(number) + "A".repeat(42) + "." + "A".repeat(43);
    }

    /** Codes of different links beside each other. */
    private static byte[] picture(int codes) throws IOException {
        List<BufferedImage> images = IntStream.range(0, codes)
                .mapToObj(number -> QrCode.of(link(number)).image(4))
                .toList();
        int side = images.getFirst().getWidth();
        BufferedImage all = new BufferedImage(3 * side, 2 * side, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = all.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, all.getWidth(), all.getHeight());
        for (int i = 0; i < codes; i++) {
            drawing.drawImage(images.get(i), i % 3 * side, i / 3 * side, null);
        }
        drawing.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(all, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void a_file_leads_to_four_links_and_one_with_more_to_none() throws IOException {
        assertThat(((Checked.Accepted<List<Presented>>) reading.read(picture(4), ANYBODY)).value())
                .hasSize(4);
        assertThat(((Checked.Rejected<List<Presented>>) reading.read(picture(5), ANYBODY)).findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.code()).isEqualTo(VerificationCode.VERIFICATION_CONTENT_AMBIGUOUS));
    }

    @Test
    void where_all_places_are_taken_the_next_is_refused_and_officers_have_places_of_their_own() throws IOException {
        byte[] file = picture(1);
        int free = reading.places(ANYBODY).drainPermits();
        assertThat(free).isBetween(1, Runtime.getRuntime().availableProcessors());
        assertThatThrownBy(() -> reading.read(file, ANYBODY))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ApiCode.SERVICE_BUSY));
        assertThat(reading.read(file, FileReading.Door.OFFICER)).isInstanceOf(Checked.Accepted.class);
        reading.places(ANYBODY).release(1);
        for (byte[] each : List.of(file, new byte[] {(byte) 0xff, (byte) 0xd8, 0}, file)) {
            reading.read(each, ANYBODY);
            assertThat(reading.places(ANYBODY).availablePermits()).isEqualTo(1);
        }
    }

    @Test
    void anybody_is_told_when_to_ask_again_and_officers_go_on() throws IOException {
        Api cn = Stage.shared().cn();
        cn.account("busy-officer", cn.organisation("Administration"), Role.VERIFYING_OFFICER);
        byte[] file = picture(1);
        Semaphore places = cn.part(FileReading.class).places(ANYBODY);
        int free = places.drainPermits();
        try {
            Answer busy = cn.send(file(HttpRequest.newBuilder(cn.at("/v1/public/verifications/file")), file));
            assertThat(busy.problem(503, "SERVICE_BUSY").header("Retry-After")).isEqualTo("5");
            cn.send(file(cn.as("busy-officer", "/v1/verifications/file"), file)).expect(200);
        } finally {
            places.release(free);
        }
        cn.send(file(HttpRequest.newBuilder(cn.at("/v1/public/verifications/file")), file))
                .expect(200);
    }

    private static HttpRequest.Builder file(HttpRequest.Builder request, byte[] file) {
        return request.header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file));
    }
}
