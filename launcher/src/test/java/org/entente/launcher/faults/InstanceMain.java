package org.entente.launcher.faults;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.entente.client.MemberNode;
import org.entente.launcher.consortium.NodeSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One instance of a member as a process of its own: {@code InstanceMain <settings file>}. Every line of standard input is a
 * request, every line of standard output an answer with the request's number; other than with the consortium's own process,
 * many are under way at once, as from many clients. It ends with
 * its standard input, so it never outlives the test that started it.
 */
final class InstanceMain {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InstanceRequests requests;
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);

    private InstanceMain(MemberNode node) {
        this.requests = new InstanceRequests(node);
    }

    public static void main(String[] args) throws IOException {
        NodeSettings settings = NodeSettings.read(Path.of(args[0]));
        MemberNode node = MemberNode.start(settings.config());
        InstanceMain main = new InstanceMain(node);
        main.say(JSON.createObjectNode().put("n", 0));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
                JsonNode request = JSON.readTree(line);
                Thread.ofVirtual().start(() -> main.answer(request));
            }
        }
        node.close();
        System.exit(0);
    }

    private void answer(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode().put("n", request.path("n").longValue());
        try {
            requests.carryOut(request, answer);
        } catch (InterruptedException | RuntimeException e) {
            answer.put("failed", e.getClass().getSimpleName());
            e.printStackTrace();
        }
        say(answer);
    }

    private void say(ObjectNode answer) {
        synchronized (out) {
            out.println(answer);
            out.flush();
        }
    }
}
