package org.entente.launcher.bench.service;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.ReportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente bench api}: exit code 0 when everything was measured, whatever the figures say. */
@Command(
        name = "api",
        mixinStandardHelpOptions = true,
        description = "Requests a second that an administration's API answers, beside an endpoint that does nothing.")
public final class ServiceCommand implements Callable<Integer> {
    static final String TITLE = "entente bench api: embedded, one machine";

    private static final List<Integer> CALLERS = List.of(1, 8, 32);

    @Option(
            names = "--only",
            paramLabel = "CALL",
            split = ",",
            description =
                    "Measures only these calls, beside the empty one: ${COMPLETION-CANDIDATES}; all unless given.")
    private Set<Call> calls = EnumSet.allOf(Call.class);

    @Mixin
    private final ReportOptions options = new ReportOptions(3);

    /** Made by the command line. */
    public ServiceCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        Duration each = options.each();
        Report report = options.report(TITLE);
        new ServiceBench(ServiceBench.CERTIFICATES, CALLERS, each, calls, report).run();
        options.write(report);
        return 0;
    }
}
