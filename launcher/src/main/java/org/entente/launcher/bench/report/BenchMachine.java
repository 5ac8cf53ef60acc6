package org.entente.launcher.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What the figures hold for. Without it they mean nothing.
 *
 * @param cores that this process may use
 * @param memoryBytes of the machine
 * @param heapBytes at most for this process
 * @param jdk which
 * @param system which
 * @param load how many threads wanted to run before the bench began, averaged over a minute; negative if not known
 */
public record BenchMachine(int cores, long memoryBytes, long heapBytes, String jdk, String system, double load) {
    /**
     * Looks at this machine.
     *
     * @return as it is now
     */
    public static BenchMachine look() {
        OperatingSystemMXBean bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new BenchMachine(
                Runtime.getRuntime().availableProcessors(),
                bean.getTotalMemorySize(),
                Runtime.getRuntime().maxMemory(),
                Runtime.version() + " (" + System.getProperty("java.vendor", "unknown") + ")",
                System.getProperty("os.name", "unknown") + " " + System.getProperty("os.arch", "unknown"),
                bean.getSystemLoadAverage());
    }

    /**
     * In words.
     *
     * @return one line
     */
    public String line() {
        return String.format(
                Locale.ROOT,
                "machine: %d cores, %.1f GiB memory, %.1f GiB heap at most, JDK %s, %s, load %.1f before the run",
                cores,
                gib(memoryBytes),
                gib(heapBytes),
                jdk,
                system,
                load);
    }

    private static double gib(long bytes) {
        return bytes / (double) (1L << 30);
    }
}
