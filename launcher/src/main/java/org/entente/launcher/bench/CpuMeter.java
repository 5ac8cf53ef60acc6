package org.entente.launcher.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Processor time that this process and its PostgreSQL server have used: unlike a rate, it hardly changes when the machine
 * has other work as well.
 */
final class CpuMeter {
    private static final String PID_FILE = "postgres/data/postmaster.pid";

    private final OperatingSystemMXBean own = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long postmaster;

    CpuMeter(Path consortium) {
        try {
            this.postmaster = Long.parseLong(
                    Files.readAllLines(consortium.resolve(PID_FILE)).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of this process: four members, the network and the writers. */
    Duration java() {
        return Duration.ofNanos(own.getProcessCpuTime());
    }

    /** Of all server processes that live; zero where the system does not tell. */
    Duration postgres() {
        return ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    Duration both() {
        return java().plus(postgres());
    }
}
