package org.entente.fabric.plan;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.member.MemberId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads {@code members.yaml}, the one source of a network:
 *
 * <pre>{@code
 * channel: entente
 * ordering: SmartBFT            # or Raft
 * members:
 *   - id: AU
 *     name: Australia
 *     host: localhost
 *     firstPort: 7100           # eight ports in a row
 *     orders: true              # runs an orderer; true unless said
 * }</pre>
 */
public final class PlanFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** As Fabric allows (its documentation, "Naming a channel"). */
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9.-]{0,248}");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_OF_A_BLOCK = 10_000;

    private final Findings findings = new Findings();

    private PlanFile() {}

    /**
     * Reads the file.
     *
     * @param content its bytes, UTF-8
     * @return the plan, or everything that is wrong with it
     */
    public static Checked<NetworkPlan> read(byte[] content) {
        return new PlanFile().plan(content);
    }

    private Checked<NetworkPlan> plan(byte[] content) {
        JsonNode root;
        try {
            root = YAML.readTree(new String(content, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            findings.add(PlanCode.PLAN_FILE_UNREADABLE, "", String.valueOf(e.getOriginalMessage()));
            return new Checked.Rejected<>(findings.all());
        }
        if (!root.isObject()) {
            findings.add(PlanCode.PLAN_FILE_UNREADABLE, "", "not a mapping");
            return new Checked.Rejected<>(findings.all());
        }
        known(root, "", Set.of("channel", "ordering", "blocks", "members"));
        Optional<String> channel = text(root, "", "channel", CHANNEL);
        Optional<Ordering> ordering = ordering(root);
        BlockCutting blocks = blocks(root.path("blocks"));
        List<NetworkMember> members = members(root.path("members"));
        together(members);
        ordering.ifPresent(kind -> enough(kind, members));
        if (findings.hasErrors()) {
            return new Checked.Rejected<>(findings.all());
        }
        return new Checked.Accepted<>(
                new NetworkPlan(channel.orElseThrow(), ordering.orElseThrow(), blocks, members), findings.all());
    }

    private Optional<Ordering> ordering(JsonNode root) {
        String said = root.path("ordering").asString("SmartBFT").toLowerCase(Locale.ROOT);
        return switch (said) {
            case "smartbft" -> Optional.of(Ordering.SMART_BFT);
            case "raft" -> Optional.of(Ordering.RAFT);
            default -> {
                findings.add(PlanCode.PLAN_VALUE_INVALID, "/ordering", "SmartBFT or Raft");
                yield Optional.empty();
            }
        };
    }

    /** When a block is closed, where a network is to differ from what was measured to be best. */
    private BlockCutting blocks(JsonNode node) {
        known(node, "/blocks", Set.of("milliseconds", "transactions"));
        BlockCutting usual = BlockCutting.USUAL;
        int milliseconds =
                number(node, "/blocks/milliseconds", (int) usual.timeout().toMillis());
        int transactions = number(node, "/blocks/transactions", usual.mostTransactions());
        return new BlockCutting(
                Duration.ofMillis(milliseconds), transactions, usual.preferredBytes(), usual.absoluteBytes());
    }

    private int number(JsonNode node, String at, int usual) {
        JsonNode said = node.path(at.substring(at.lastIndexOf('/') + 1));
        if (said.isMissingNode()) {
            return usual;
        }
        if (!said.isInt() || said.intValue() < 1 || said.intValue() > MOST_OF_A_BLOCK) {
            findings.add(PlanCode.PLAN_VALUE_INVALID, at, "a number from 1 to " + MOST_OF_A_BLOCK);
            return usual;
        }
        return said.intValue();
    }

    private List<NetworkMember> members(JsonNode list) {
        if (!list.isArray() || list.size() < 2) {
            findings.add(PlanCode.PLAN_VALUE_INVALID, "/members", "a list of two or more");
            return List.of();
        }
        List<NetworkMember> members = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            member(list.get(i), "/members/" + i).ifPresent(members::add);
        }
        return members;
    }

    private Optional<NetworkMember> member(JsonNode node, String at) {
        known(node, at, Set.of("id", "name", "host", "firstPort", "orders"));
        String code = node.path("id").asString("");
        if (!MemberId.isValid(code)) {
            // YAML 1.1 reads NO as false: Norway has to be quoted.
            findings.add(PlanCode.PLAN_VALUE_INVALID, at + "/id", "two upper-case letters, in quotes if need be");
        }
        Optional<String> host = text(node, at, "host", HOST);
        String name = node.path("name").asString(code);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            findings.add(PlanCode.PLAN_VALUE_INVALID, at + "/name", "1 to " + LONGEST_NAME + " characters");
        }
        JsonNode port = node.path("firstPort");
        if (!port.isInt() || !NetworkMember.isPort(port.intValue())) {
            findings.add(PlanCode.PLAN_VALUE_INVALID, at + "/firstPort", "a number from 1024 to 65528");
        }
        JsonNode orders = node.path("orders");
        if (!orders.isMissingNode() && !orders.isBoolean()) {
            findings.add(PlanCode.PLAN_VALUE_INVALID, at + "/orders", "true or false");
        }
        return findings.hasErrors()
                ? Optional.empty()
                : host.map(where ->
                        new NetworkMember(new MemberId(code), name, where, port.intValue(), orders.asBoolean(true)));
    }

    private void together(List<NetworkMember> members) {
        Set<MemberId> seen = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (NetworkMember member : members) {
            if (!seen.add(member.id())) {
                findings.add(PlanCode.PLAN_MEMBER_TWICE, "/members", member.id().value());
            }
            boolean free = IntStream.range(member.firstPort(), member.firstPort() + NetworkMember.PORTS)
                    .mapToObj(member::address)
                    .map(taken::add)
                    .reduce(true, Boolean::logicalAnd);
            if (!free) {
                findings.add(
                        PlanCode.PLAN_PORT_TWICE,
                        "/members",
                        member.id() + " from port " + member.firstPort() + " on " + member.host());
            }
        }
    }

    private void enough(Ordering ordering, List<NetworkMember> members) {
        long orderers = members.stream().filter(NetworkMember::orders).count();
        if (!findings.hasErrors() && orderers < ordering.fewestOrderers()) {
            findings.add(
                    PlanCode.PLAN_ORDERERS_FEW,
                    "/members",
                    orderers + " of " + ordering.fewestOrderers() + " for " + ordering);
        }
    }

    private Optional<String> text(JsonNode node, String at, String name, Pattern allowed) {
        String value = node.path(name).asString("");
        if (!allowed.matcher(value).matches()) {
            findings.add(PlanCode.PLAN_VALUE_INVALID, at + "/" + name, "must match " + allowed);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private void known(JsonNode node, String at, Set<String> names) {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                findings.add(
                        PlanCode.PLAN_NAME_UNKNOWN, at + "/" + name, "known are " + new java.util.TreeSet<>(names));
            }
        }
    }
}
