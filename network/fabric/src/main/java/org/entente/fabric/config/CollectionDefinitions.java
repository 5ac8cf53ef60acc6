package org.entente.fabric.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.entente.certs.file.WholeFiles;
import org.entente.fabric.plan.NetworkMember;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The private data collections of the chaincode's definition: one for each ordered pair, written on the word of the
 * author's peer alone, read and kept by both (architecture, "The one principle").
 */
public final class CollectionDefinitions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CollectionDefinitions() {}

    /**
     * Writes the file that {@code peer lifecycle chaincode} takes as {@code --collections-config}.
     *
     * @param members all members
     * @param file where
     */
    public static void write(List<NetworkMember> members, Path file) {
        ArrayNode collections = JSON.createArrayNode();
        for (NetworkMember author : members) {
            for (NetworkMember audience : members) {
                if (!author.equals(audience)) {
                    add(collections, author.id().value(), audience.id().value());
                }
            }
        }
        WholeFiles.write(
                file,
                JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(collections)
                        .getBytes(StandardCharsets.UTF_8),
                WholeFiles.Readers.EVERYBODY);
    }

    private static void add(ArrayNode collections, String author, String audience) {
        collections
                .addObject()
                .put("name", author + "-" + audience)
                .put("policy", "OR('" + author + ".member','" + audience + ".member')")
                .put("requiredPeerCount", 0)
                .put("maxPeerCount", 1)
                .put("blockToLive", 0)
                .put("memberOnlyRead", true)
                .put("memberOnlyWrite", true)
                .putObject("endorsementPolicy")
                .put("signaturePolicy", "OR('" + author + ".peer')");
    }
}
