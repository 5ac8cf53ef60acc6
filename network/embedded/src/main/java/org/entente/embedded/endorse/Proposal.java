package org.entente.embedded.endorse;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.entente.embedded.crypto.Sha256;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * A client's proposal, parsed and not yet believed.
 *
 * @param signed the proposal as it came
 * @param header both headers, encoded
 * @param channel the channel header
 * @param signature the signature header
 * @param named the chaincode that the header names
 * @param spec the chaincode that the payload names, with function and arguments
 * @param payload the payload with transient data
 */
public record Proposal(
        SignedProposal signed,
        Header header,
        ChannelHeader channel,
        SignatureHeader signature,
        String named,
        ChaincodeSpec spec,
        ChaincodeProposalPayload payload) {
    /**
     * Parses a proposal.
     *
     * @param signed what a client sent
     * @return the proposal
     * @throws InvalidProtocolBufferException when a part is malformed
     */
    public static Proposal parse(SignedProposal signed) throws InvalidProtocolBufferException {
        var proposal = org.hyperledger.fabric.protos.peer.Proposal.parseFrom(signed.getProposalBytes());
        Header header = Header.parseFrom(proposal.getHeader());
        ChannelHeader channel = ChannelHeader.parseFrom(header.getChannelHeader());
        ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
        return new Proposal(
                signed,
                header,
                channel,
                SignatureHeader.parseFrom(header.getSignatureHeader()),
                ChaincodeHeaderExtension.parseFrom(channel.getExtension())
                        .getChaincodeId()
                        .getName(),
                ChaincodeInvocationSpec.parseFrom(payload.getInput()).getChaincodeSpec(),
                payload);
    }

    /**
     * The transaction's id as the client says.
     *
     * @return the id
     */
    public String transactionId() {
        return channel.getTxId();
    }

    /**
     * Whether there is anything that must not reach every organisation.
     *
     * @return true for transient data
     */
    public boolean hasTransient() {
        return payload.getTransientMapCount() > 0;
    }

    /**
     * The part of the payload that goes into the transaction: without transient data.
     *
     * @return encoded
     */
    public ByteString publicPayload() {
        return payload.toBuilder().clearTransientMap().build().toByteString();
    }

    /**
     * What ties an endorsement to this proposal.
     *
     * @return SHA-256 of both headers and the public payload
     */
    public ByteString hash() {
        return Sha256.of(header.getChannelHeader(), header.getSignatureHeader(), publicPayload());
    }
}
