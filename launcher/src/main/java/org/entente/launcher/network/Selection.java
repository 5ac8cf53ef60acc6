package org.entente.launcher.network;

import java.util.List;

/** Processes by their names. */
final class Selection {
    private Selection() {}

    static List<Node> of(List<Node> nodes, List<String> names) {
        List<String> known = nodes.stream().map(Node::name).toList();
        List<String> unknown =
                names.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new NetworkFailure(
                    "no such process: " + String.join(", ", unknown), "There are " + String.join(", ", known) + ".");
        }
        return nodes.stream().filter(node -> names.contains(node.name())).toList();
    }
}
