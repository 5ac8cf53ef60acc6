package org.entente.model.json;

import org.entente.model.finding.Findings;
import tools.jackson.databind.JsonNode;

/** The rules on texts and numbers that hold at every place of every document. */
final class TextAndNumberRules {
    private static final long LARGEST = (1L << 53) - 1;

    private TextAndNumberRules() {}

    static void check(JsonNode node, String pointer, Findings findings) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                String at = pointer + "/" + JsonPointers.escape(member.getKey());
                checkText(member.getKey(), at, findings);
                check(member.getValue(), at, findings);
            });
        } else if (node.isArray()) {
            int index = 0;
            for (JsonNode entry : node) {
                check(entry, pointer + "/" + index++, findings);
            }
        } else if (node.isString()) {
            checkText(node.stringValue(), pointer, findings);
        } else if (node.isNumber()) {
            checkNumber(node, pointer, findings);
        }
    }

    private static void checkNumber(JsonNode node, String pointer, Findings findings) {
        if (!node.isIntegralNumber()) {
            findings.add(JsonCode.JSON_NUMBER_NOT_INTEGER, pointer, "a fraction or exponent");
        } else if (!node.canConvertToLong() || Math.abs(node.longValue()) > LARGEST) {
            findings.add(JsonCode.JSON_NUMBER_TOO_LARGE, pointer, "beyond 2^53-1");
        }
    }

    private static void checkText(String text, String pointer, Findings findings) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                findings.add(JsonCode.JSON_TEXT_NUL, pointer, "at character " + i);
                return;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                findings.add(JsonCode.JSON_TEXT_LONE_SURROGATE, pointer, "at character " + i);
                return;
            }
        }
    }
}
