package org.entente.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.embedded.probe.TestClient;
import org.entente.embedded.probe.TestNetwork;
import org.entente.model.member.MemberId;

/** Measures, run by hand: {@code Throughput <folder> <clients> <seconds> <value bytes>}. Client and network share the JVM. */
final class Throughput {
    private Throughput() {}

    private static long cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** Measures. */
    public static void main(String[] args) throws Exception {
        int clients = Integer.parseInt(args[1]);
        long end = System.nanoTime() + Long.parseLong(args[2]) * 1_000_000_000L;
        long warm = System.nanoTime() + (end - System.nanoTime()) / 3;
        String value = "x".repeat(Integer.parseInt(args[3]));
        AtomicInteger done = new AtomicInteger();
        List<MemberId> members = List.of(TestNetwork.AU, TestNetwork.CN, TestNetwork.ID, TestNetwork.SG);
        try (TestNetwork network = TestNetwork.start(Path.of(args[0]))) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int id = i;
                MemberId author = members.get(i % 4);
                MemberId audience = members.get((i + 1) % 4);
                TestClient client = network.as(author);
                threads.add(Thread.ofPlatform().start(() -> {
                    for (int n = 0; System.nanoTime() < end; n++) {
                        try {
                            client.submitPrivate("putPrivate", value, author + "-" + audience, id + "-" + n % 100);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                        if (System.nanoTime() > warm) {
                            done.incrementAndGet();
                        }
                    }
                }));
            }
            while (System.nanoTime() < warm) {
                Thread.sleep(10);
            }
            long before = cpu();
            for (Thread thread : threads) {
                thread.join();
            }
            System.out.println(
                    (cpu() - before) / 1e6 / done.get() + " ms of processor time a transaction, client included");
            System.out.println(done.get() * 1e9 / (end - warm) + " transactions/s with " + clients + " clients of "
                    + value.length() + " bytes");
        }
    }
}
