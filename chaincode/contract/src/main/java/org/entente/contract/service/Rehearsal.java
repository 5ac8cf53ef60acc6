package org.entente.contract.service;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.Salt;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;
import org.entente.model.statement.StreamHead;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Runs {@code submit} again and again before the first peer may call, on a ledger that keeps nothing: a JVM that has just
 * started loads and compiles the contract in the first calls, and under load they come too late.
 */
public final class Rehearsal {
    private static final MemberId AUTHOR = new MemberId("AU");
    private static final MemberId AUDIENCE = new MemberId("CN");
    private static final int STATEMENTS = 20;
    private static final int ENOUGH = 400;
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final BatchSigner NO_SIGNER = new BatchSigner() {
        @Override
        public String keyId() {
            return "rehearsal";
        }

        @Override
        public byte[] sign(byte[] headerBytes) {
            // The contract checks no signature: every reader does.
            return new byte[70];
        }
    };

    private final Chaincode contract;
    private final byte[] creator = SampleCaller.of(AUTHOR.value(), "client");
    private final byte[] batch = Batch.seal(
                    StreamHead.START,
                    IntStream.range(0, STATEMENTS).mapToObj(Rehearsal::draft).toList(),
                    NO_SIGNER)
            .bytes();

    /**
     * A rehearsal.
     *
     * @param contract as it will be called
     */
    public Rehearsal(Chaincode contract) {
        this.contract = contract;
    }

    /**
     * Runs, for a few seconds at most.
     *
     * @return how many calls succeeded
     */
    public int run() {
        long end = System.nanoTime() + LONGEST.toNanos();
        int good = 0;
        for (int i = 0; i < ENOUGH && System.nanoTime() < end; i++) {
            if (contract.invoke(stub()).getStatus() == Chaincode.Response.Status.SUCCESS) {
                good++;
            }
        }
        return good;
    }

    private static StatementDraft draft(int index) {
        return new StatementDraft(
                new StreamId(AUTHOR, AUDIENCE),
                new StatementId(Digest.of(new byte[] {(byte) index}).hex()),
                new StatementType("rehearsal.note", 1),
                "rehearsal " + index,
                Instant.EPOCH,
                "nobody",
                Salt.of(new byte[16]),
                JsonNodeFactory.instance.objectNode().put("text", "x".repeat(700)));
    }

    private ChaincodeStub stub() {
        return (ChaincodeStub) Proxy.newProxyInstance(
                Rehearsal.class.getClassLoader(),
                new Class<?>[] {ChaincodeStub.class},
                (proxy, method, arguments) -> answer(method));
    }

    private @Nullable Object answer(Method method) {
        return switch (method.getName()) {
            case "getArgs" -> List.of("submit".getBytes(StandardCharsets.US_ASCII));
            case "getStringArgs" -> List.of("submit");
            case "getFunction" -> "submit";
            case "getParameters" -> List.of();
            case "getTransient" -> Map.of("batch", batch);
            case "getCreator" -> creator;
            case "getPrivateData" -> new byte[0];
            case "getTxId", "getChannelId" -> "rehearsal";
            default -> null;
        };
    }
}
