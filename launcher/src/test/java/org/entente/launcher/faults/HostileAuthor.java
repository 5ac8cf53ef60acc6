package org.entente.launcher.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.embedded.Endpoint;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StoredHead;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;

/** A member that runs a chaincode of its own, which writes whatever the client hands it, and the client. */
final class HostileAuthor implements AutoCloseable {
    private static final String FUNCTION = "anything";

    private final ManagedChannel channel;
    private final Gateway gateway;

    HostileAuthor(Endpoint endpoint) {
        try {
            channel = NettyChannelBuilder.forAddress(endpoint.host(), endpoint.port())
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(new ByteArrayInputStream(
                                    endpoint.tlsRootPem().getBytes(UTF_8)))
                            .build())
                    .build();
            gateway = Gateway.newInstance()
                    .identity(new X509Identity(
                            endpoint.member().value(), Identities.readX509Certificate(endpoint.clientCertificatePem())))
                    .signer(Signers.newPrivateKeySigner(Identities.readPrivateKey(endpoint.clientKeyPem())))
                    .hash(Hash.SHA256)
                    .connection(channel)
                    .connect();
        } catch (IOException | CertificateException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Entente's chaincode with one function more. */
    static Chaincode chaincode(Chaincode honest) {
        return new Chaincode() {
            @Override
            public Response init(ChaincodeStub stub) {
                return honest.init(stub);
            }

            @Override
            public Response invoke(ChaincodeStub stub) {
                if (!stub.getFunction().equals(FUNCTION)) {
                    return honest.invoke(stub);
                }
                new java.util.TreeMap<>(stub.getTransient()).forEach((what, value) -> carryOut(stub, what, value));
                return ResponseUtils.newSuccessResponse();
            }
        };
    }

    private static void carryOut(ChaincodeStub stub, String what, byte[] value) {
        String[] words = what.split(" ", 3);
        switch (words[0]) {
            case "put" -> stub.putPrivateData(words[1], words[2], value);
            case "delete" -> stub.delPrivateData(words[1], words[2]);
            case "purge" -> stub.purgePrivateData(words[1], words[2]);
            case "policy" -> stub.setPrivateDataValidationParameter(words[1], words[2], value);
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** One transaction that does some things to {@code AU-CN}: {@code put KEY}, {@code delete KEY}... to bytes. */
    void does(Map<String, byte[]> things) {
        Map<String, byte[]> transients = new LinkedHashMap<>();
        things.forEach((what, value) -> transients.put(what.replaceFirst(" ", " AU-CN "), value));
        try {
            gateway.getNetwork(NodeSettings.NAMES.channel())
                    .getContract(NodeSettings.NAMES.chaincode())
                    .newProposal(FUNCTION)
                    .putAllTransient(transients)
                    .setEndorsingOrganizations("AU")
                    .build()
                    .endorse()
                    .submit();
        } catch (GatewayException e) {
            throw new IllegalStateException(e.getStatus() + " " + e.getDetails(), e);
        } catch (CommitException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a batch and a head as the honest contract would, whatever the batch. */
    void writes(String key, byte[] batch, byte[] head) {
        does(Map.of("put " + key, batch, "put " + StoredHead.KEY, head));
    }

    /** Writes a batch under its own key and moves the head behind it. */
    void writes(Batch batch) {
        writes(
                batch.header().ledgerKey(),
                batch.bytes(),
                StoredHead.after(batch).bytes());
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
    }
}
