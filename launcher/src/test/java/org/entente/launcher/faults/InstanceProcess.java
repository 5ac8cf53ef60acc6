package org.entente.launcher.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The client's end of a {@link InstanceMain}. Any number of requests may be under way; a kill ends them all without answer. */
final class InstanceProcess implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Child child;
    private final PrintStream in;
    private final Map<Long, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private final CompletableFuture<JsonNode> ready = new CompletableFuture<>();
    private volatile boolean gone;

    private InstanceProcess(Child child) {
        this.child = child;
        this.in = new PrintStream(child.process().getOutputStream(), true, StandardCharsets.UTF_8);
        open.put(0L, ready);
        Thread.ofPlatform().daemon().name("answers").start(this::read);
    }

    static InstanceProcess start(Path settings, Path errors) {
        return new InstanceProcess(Child.start(errors, InstanceMain.class, settings.toString()));
    }

    /** No answer: the process is gone, or it is too slow. The request may have been carried out. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(String words) {
            super(words);
        }
    }

    void awaitReady(long seconds) throws NoAnswer {
        answer(ready, seconds);
    }

    boolean isReady() {
        return !gone && ready.isDone();
    }

    boolean isGone() {
        return gone;
    }

    JsonNode ask(ObjectNode request, long seconds) throws NoAnswer {
        long n = number.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(n, answer);
        String line = request.deepCopy().put("n", n).toString();
        synchronized (in) {
            in.println(line);
        }
        if (gone) {
            open.remove(n);
            throw new NoAnswer("gone before it was asked");
        }
        return answer(answer, seconds);
    }

    private static JsonNode answer(CompletableFuture<JsonNode> answer, long seconds) throws NoAnswer {
        try {
            JsonNode said = answer.get(seconds, TimeUnit.SECONDS);
            if (said.has("failed")) {
                throw new NoAnswer(said.path("failed").asString());
            }
            return said;
        } catch (ExecutionException e) {
            throw new NoAnswer("gone");
        } catch (TimeoutException e) {
            throw new NoAnswer("no answer for " + seconds + " s");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.process().getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                JsonNode answer = JSON.readTree(line);
                CompletableFuture<JsonNode> waiting =
                        open.remove(answer.path("n").longValue());
                if (waiting != null) {
                    waiting.complete(answer);
                }
            }
        } catch (IOException | JacksonException e) {
            // a kill cuts a line in two: what was not said in full was not said
            return;
        } finally {
            gone = true;
            open.values().forEach(each -> each.completeExceptionally(new IOException("gone")));
        }
    }

    void kill() {
        child.kill();
    }

    @Override
    public void close() {
        child.close();
    }
}
