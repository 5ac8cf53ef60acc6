package org.entente.conformance.suite;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.entente.conformance.client.Client;
import org.entente.conformance.network.Credentials;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;

/** A proposal of the real client, taken apart, altered and signed again. Every getter shows the headers as they stand. */
public final class Tampering {
    private final ProposedTransaction proposed;
    private final org.hyperledger.fabric.protos.peer.Proposal proposal;
    final ChannelHeader.Builder channel;
    final SignatureHeader.Builder signature;

    private Tampering(ProposedTransaction proposed) throws InvalidProtocolBufferException {
        this.proposed = proposed;
        this.proposal = org.hyperledger.fabric.protos.peer.Proposal.parseFrom(
                proposed.getProposal().getProposalBytes());
        Header header = Header.parseFrom(proposal.getHeader());
        this.channel = ChannelHeader.parseFrom(header.getChannelHeader()).toBuilder();
        this.signature = SignatureHeader.parseFrom(header.getSignatureHeader()).toBuilder();
    }

    /** Takes a proposal apart. */
    public static Tampering with(Proposal proposal) {
        try {
            return new Tampering(ProposedTransaction.parseFrom(proposal.getBytes()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Says another time than the present. */
    public Tampering at(Instant time) {
        channel.setTimestamp(Seeking.at(time));
        return this;
    }

    /** Makes the transaction id fit nonce and creator. */
    Tampering withFittingId() {
        byte[] seed = signature.getNonce().concat(signature.getCreator()).toByteArray();
        channel.setTxId(HexFormat.of().formatHex(sha256(seed)));
        return this;
    }

    /** Signs it. */
    public Proposal signedBy(Client client, Credentials signer) {
        Header header = Header.newBuilder()
                .setChannelHeader(channel.build().toByteString())
                .setSignatureHeader(signature.build().toByteString())
                .build();
        byte[] bytes =
                proposal.toBuilder().setHeader(header.toByteString()).build().toByteArray();
        ProposedTransaction altered = proposed.toBuilder()
                .setTransactionId(channel.getTxId())
                .setProposal(proposed.getProposal().toBuilder().setProposalBytes(ByteString.copyFrom(bytes)))
                .build();
        return client.gateway().newSignedProposal(altered.toByteArray(), sign(signer, bytes));
    }

    static byte[] sign(Credentials signer, byte[] data) {
        try {
            return Signers.newPrivateKeySigner(signer.key()).sign(sha256(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A digest. */
    public static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
