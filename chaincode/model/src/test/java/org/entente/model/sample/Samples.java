package org.entente.model.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Salt;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Members and statements made from a seed: the same seed, the same statements. */
public final class Samples {
    public static final MemberId AU = new MemberId("AU");
    public static final MemberId CN = new MemberId("CN");
    public static final MemberId SG = new MemberId("SG");
    public static final StreamId AU_CN = new StreamId(AU, CN);
    public static final StreamId CN_AU = new StreamId(CN, AU);
    public static final StatementType COUNTED = new StatementType("test.counted", 1);
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static final String[] TEXTS = {
        "",
        "a",
        "Melbourne",
        "\u4e0a\u6d77\u6d77\u5173",
        "\ud83d\ude80 \u00e9",
        "\u0001\u001f\b\t\n\f\r\"\\/",
        "\u007f\u0080\u2028\uffff",
        "x".repeat(300),
    };
    private static final String[] NAMES = {
        "a", "b", "aa", "A", "\u00f6", "\ufb33", "\ud83d\ude02", "\r", "1", "\u20ac", "\u0080", "", "name/with~signs",
    };

    private Samples() {}

    /** A body that counts. */
    public static ObjectNode count(long by) {
        return JsonNodeFactory.instance.objectNode().put("by", by);
    }

    /** A statement with a new id and salt. */
    public static StatementDraft draft(Random random, StreamId stream, String subject, JsonNode body) {
        return new StatementDraft(stream, id(random), COUNTED, subject, NOON, "desk-7", salt(random), body);
    }

    /** Statements about one subject. */
    public static List<StatementDraft> drafts(Random random, StreamId stream, int count) {
        List<StatementDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts.add(draft(random, stream, "subject/" + random.nextInt(3), count(random.nextInt(9) + 1)));
        }
        return drafts;
    }

    /** 256 random bits. */
    public static StatementId id(Random random) {
        byte[] raw = new byte[32];
        random.nextBytes(raw);
        return new StatementId(HexFormat.of().formatHex(raw));
    }

    /** 128 random bits. */
    public static Salt salt(Random random) {
        byte[] raw = new byte[16];
        random.nextBytes(raw);
        return Salt.of(raw);
    }

    /** Any value of the strict profile, with the names and texts that sort and escape in surprising ways. */
    public static JsonNode anyJson(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> JsonNodeFactory.instance.numberNode(random.nextInt());
            case 1 -> JsonNodeFactory.instance.numberNode(random.nextLong() >> 11);
            case 2, 3 -> JsonNodeFactory.instance.stringNode(TEXTS[random.nextInt(TEXTS.length)]);
            case 4 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case 5 -> JsonNodeFactory.instance.nullNode();
            case 6 -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(anyJson(random, depth - 1));
                }
                yield list;
            }
            default -> anyObject(random, depth);
        };
    }

    /** Any object of the strict profile. */
    public static ObjectNode anyObject(Random random, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            object.set(NAMES[random.nextInt(NAMES.length)], anyJson(random, depth - 1));
        }
        return object;
    }
}
