package org.entente.launcher.bench.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.Section;
import tools.jackson.databind.node.JsonNodeFactory;

/** The whole measurement: the same calls by one caller, by eight, and by more than there are cores for. */
final class ServiceBench {
    /** A page of the inbox is full. */
    static final int CERTIFICATES = 60;

    static final int PAGE = 50;

    private final int certificates;
    private final List<Integer> callers;
    private final Duration each;
    private final Set<Call> calls;
    private final Report report;

    /**
     * What is measured.
     *
     * @param certificates how many of a partner's there are
     * @param callers how many of them side by side, row by row
     * @param each how long each row is measured
     * @param calls which, beside the empty one
     * @param report receives the table
     */
    ServiceBench(int certificates, List<Integer> callers, Duration each, Set<Call> calls, Report report) {
        this.certificates = certificates;
        this.callers = List.copyOf(callers);
        this.each = each;
        this.calls = Set.copyOf(calls);
        this.report = report;
    }

    void run() throws InterruptedException {
        report.say("the API of one administration in its own process, with PostgreSQL, the ledger, three more"
                + " administrations and the callers on the same machine");
        try (ServiceStage stage = ServiceStage.start(certificates, report::say)) {
            report.add(table(stage));
        }
        report.say("");
        report.say("The callers of a row share the cores with what they measure: a rate is the whole machine's.");
    }

    private Section table(ServiceStage stage) throws InterruptedException {
        List<List<Cell>> rows = new ArrayList<>();
        // Until the virtual machine has compiled what the rows run.
        for (Call call : calls()) {
            measure(stage, call, 2, each.multipliedBy(2));
        }
        for (int many : callers) {
            double empty = 0;
            for (Call call : calls()) {
                Load.Result result = measure(stage, call, many, each);
                empty = call == Call.EMPTY ? result.perSecond() : empty;
                rows.add(List.of(
                        Cell.words(call.words()),
                        Cell.count(many),
                        Cell.rate(result.perSecond()),
                        Cell.millis(result.times().median()),
                        Cell.millis(result.times().p99()),
                        Cell.ratio(empty == 0 ? 0 : result.perSecond() / empty)));
            }
        }
        return new Section(
                "api",
                "Requests answered, each caller with one connection and one request at a time",
                List.of("what", "callers", "a second", "p50 ms", "p99 ms", "of the empty"),
                rows);
    }

    /** The empty one is always there: it is what the others stand beside. */
    private List<Call> calls() {
        return List.of(Call.values()).stream()
                .filter(call -> call == Call.EMPTY || calls.contains(call))
                .toList();
    }

    private Load.Result measure(ServiceStage stage, Call call, int many, Duration time) throws InterruptedException {
        return Load.run(stage.address(), many, time.dividedBy(4), time, requests(stage, call), call.status());
    }

    private static Supplier<byte[]> requests(ServiceStage stage, Call call) {
        return switch (call) {
            case EMPTY -> always(Wire.request("GET", "/health", "", ""));
            case SIGNED_IN -> always(Wire.request("GET", "/v1/me", stage.officer(), ""));
            case INBOX -> always(Wire.request("GET", "/v1/inbox?limit=" + PAGE, stage.officer(), ""));
            case VERIFY ->
                inTurn(stage.credentials().stream()
                        .map(each -> JsonNodeFactory.instance.objectNode().put("credential", each))
                        .map(body -> Wire.request("POST", "/v1/verifications", stage.officer(), body.toString()))
                        .toList());
            case APPLY -> applications(stage.exporter());
        };
    }

    private static Supplier<byte[]> always(byte[] request) {
        return () -> request;
    }

    private static Supplier<byte[]> inTurn(List<byte[]> requests) {
        AtomicInteger next = new AtomicInteger();
        return () -> requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
    }

    private static Supplier<byte[]> applications(String session) {
        String template = ServiceStage.application("BENCH-NUMBER");
        return () -> {
            String number = "BENCH-" + APPLIED.incrementAndGet();
            return Wire.request(
                    "POST",
                    "/v1/applications",
                    session + "Idempotency-Key: " + number + "\r\n",
                    template.replace("BENCH-NUMBER", number));
        };
    }

    private static final AtomicInteger APPLIED = new AtomicInteger(20_000_000);
}
