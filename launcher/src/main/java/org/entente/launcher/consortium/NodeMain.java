package org.entente.launcher.consortium;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.entente.client.MemberNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One instance of one member as a process of its own, for tests that kill it: {@code NodeMain <node.json>}. It prints
 * {@code {"ready":true,...}} once it runs, then one JSON line for each line that it reads; {@link NodeCommands} says which
 * commands there are. The end of its input ends it.
 */
public final class NodeMain {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NodeMain() {}

    /**
     * Runs until it is told to quit.
     *
     * @param args the settings file that a consortium wrote
     * @throws IOException if standard input breaks
     * @throws InterruptedException if the process is asked to end
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (args.length != 1) {
            out.println(error("usage: NodeMain <node.json>"));
            System.exit(2);
        }
        NodeSettings settings = NodeSettings.read(Path.of(args[0]));
        try (MemberNode node = MemberNode.start(settings.config())) {
            ObjectNode ready = JSON.createObjectNode();
            ready.put("ready", true);
            ready.put("member", node.self().value());
            ready.put("pid", ProcessHandle.current().pid());
            out.println(ready);
            serve(node, out);
        }
    }

    private static void serve(MemberNode node, PrintStream out) throws IOException, InterruptedException {
        NodeCommands commands = new NodeCommands(node);
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null && !line.strip().equals("quit"); line = in.readLine()) {
                if (!line.isBlank()) {
                    out.println(answer(commands, line));
                }
            }
        }
    }

    private static ObjectNode answer(NodeCommands commands, String line) throws InterruptedException {
        try {
            return commands.run(line.strip());
        } catch (RuntimeException e) {
            return error(e.toString());
        }
    }

    private static ObjectNode error(String words) {
        return JSON.createObjectNode().put("error", words);
    }
}
