package org.entente.launcher.bench;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.client.MemberNodeConfig;
import org.entente.launcher.bench.report.Latencies;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.model.member.StreamId;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.identity.X509Identity;

/**
 * One key created a transaction, by the author's own client through the author's own peer, endorsed by it alone, as
 * {@link PlainContractMain} does it. So many at once, each waiting until its transaction is known to stand in a block.
 */
final class PlainCreates {
    private static final double NANOS = 1e9;
    private static final int DEADLINE_SECONDS = 60;

    private final NodeSettings author;
    private final StreamId stream;

    PlainCreates(NodeSettings author, StreamId stream) {
        this.author = author;
        this.stream = stream;
    }

    /**
     * What was measured.
     *
     * @param perSecond transactions that stand, a second
     * @param committed from the proposal until it was known to stand
     * @param failed that do not stand, in the measured time
     * @param all that stand, warm-up included
     */
    record Result(double perSecond, Latencies committed, int failed, long all) {}

    Result run(int atOnce, Duration warmUp, Duration length) throws InterruptedException {
        MemberNodeConfig config = author.config();
        ManagedChannel channel = channel(config);
        Latencies latencies = new Latencies();
        AtomicInteger failed = new AtomicInteger();
        AtomicLong all = new AtomicLong();
        long from = System.nanoTime() + warmUp.toNanos();
        long until = from + length.toNanos();
        try (Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(
                        config.identity().member().value(), config.identity().certificate()))
                .signer(config.identity().signer())
                .hash(Hash.SHA256)
                .connection(channel)
                .connect()) {
            Contract contract =
                    gateway.getNetwork(NodeSettings.NAMES.channel()).getContract(NodeSettings.NAMES.chaincode());
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                threads.add(Thread.ofVirtual().start(() -> {
                    while (System.nanoTime() < until) {
                        long begin = System.nanoTime();
                        boolean stands = stands(contract);
                        long end = System.nanoTime();
                        all.addAndGet(stands ? 1 : 0);
                        if (end >= from && end < until) {
                            if (stands) {
                                latencies.add(end - begin);
                            } else {
                                failed.incrementAndGet();
                            }
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        } finally {
            channel.shutdownNow();
        }
        return new Result(latencies.count() * NANOS / length.toNanos(), latencies, failed.get(), all.get());
    }

    private boolean stands(Contract contract) {
        byte[] value = new byte[SampleStatements.BYTES];
        ThreadLocalRandom.current().nextBytes(value);
        try {
            SubmittedTransaction submitted = contract.newProposal(PlainContractMain.CREATE)
                    .addArguments(
                            stream.collection(),
                            "plain/"
                                    + Long.toHexString(
                                            ThreadLocalRandom.current().nextLong()))
                    .putTransient(PlainContractMain.VALUE, value)
                    .setEndorsingOrganizations(stream.author().value())
                    .build()
                    .endorse(options -> options.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS))
                    .submitAsync(options -> options.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS));
            return submitted
                    .getStatus(options -> options.withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS))
                    .isSuccessful();
        } catch (GatewayException e) {
            return false;
        }
    }

    private static ManagedChannel channel(MemberNodeConfig config) {
        try {
            return NettyChannelBuilder.forAddress(
                            config.peer().host(), config.peer().port())
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(new ByteArrayInputStream(config.peer().tlsRootPem()))
                            .build())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
