package org.entente.embedded.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.identity.SigningIdentity;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Block 0: the channel's configuration, cut down to the members and their roots of trust. */
public final class GenesisBlock {
    private static final String APPLICATION = "Application";

    private GenesisBlock() {}

    /**
     * Makes block 0.
     *
     * @param channel the channel
     * @param roots each member's root certificate in PEM
     * @param orderer who signs
     * @param now its timestamp
     * @return the block, judged valid
     */
    public static Block create(Channel channel, Map<String, ByteString> roots, SigningIdentity orderer, Instant now) {
        ConfigGroup.Builder application = ConfigGroup.newBuilder();
        channel.members()
                .forEach(member -> application.putGroups(
                        member.value(),
                        organization(member.value(), roots.getOrDefault(member.value(), ByteString.EMPTY))));
        ConfigEnvelope config = ConfigEnvelope.newBuilder()
                .setConfig(Config.newBuilder()
                        .setChannelGroup(ConfigGroup.newBuilder().putGroups(APPLICATION, application.build())))
                .build();
        ChannelHeader header = ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_VALUE)
                .setChannelId(channel.name())
                .setTimestamp(Timestamp.newBuilder().setSeconds(now.getEpochSecond()))
                .build();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(header.toByteString())
                        .setSignatureHeader(SignatureHeader.newBuilder()
                                .setCreator(orderer.serialized())
                                .build()
                                .toByteString()))
                .setData(config.toByteString())
                .build();
        Envelope envelope = Envelope.newBuilder()
                .setPayload(payload.toByteString())
                .setSignature(orderer.sign(payload.toByteString()))
                .build();
        Block block = new BlockAssembler(orderer).assemble(0, ByteString.EMPTY, List.of(envelope.toByteString()));
        return TransactionFilter.set(block, List.of(TxValidationCode.VALID));
    }

    /**
     * Whether a block 0 is of a channel.
     *
     * @param block block 0 from the disk
     * @param channel the channel that is to be opened
     * @return true when name and members are the same
     */
    public static boolean isOf(Block block, Channel channel) {
        try {
            EnvelopeHeaders headers =
                    EnvelopeHeaders.parse(block.getData().getData(0)).orElseThrow();
            var members = ConfigEnvelope.parseFrom(headers.payload().getData())
                    .getConfig()
                    .getChannelGroup()
                    .getGroupsOrDefault(APPLICATION, ConfigGroup.getDefaultInstance())
                    .getGroupsMap()
                    .keySet();
            var expected = new TreeSet<String>();
            channel.members().forEach(member -> expected.add(member.value()));
            return headers.channel().getChannelId().equals(channel.name()) && members.equals(expected);
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static ConfigGroup organization(String id, ByteString root) {
        FabricMSPConfig msp =
                FabricMSPConfig.newBuilder().setName(id).addRootCerts(root).build();
        ByteString value =
                MSPConfig.newBuilder().setConfig(msp.toByteString()).build().toByteString();
        return ConfigGroup.newBuilder()
                .putValues("MSP", ConfigValue.newBuilder().setValue(value).build())
                .build();
    }
}
