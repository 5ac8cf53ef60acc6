package org.entente.launcher.architecture;

import java.util.Set;

/** The modules, their folders, their package roots, and the modules of ours that each may depend on. */
enum Module {
    MODEL("chaincode/model", "model"),
    LEAK("network/leak", "leak"),
    CONTRACT("chaincode/contract", "contract"),
    CERTS("certs", "certs"),
    PAPER("paper", "paper"),
    CLIENT("client-sdk", "client"),
    API("api", "api"),
    EMBEDDED("network/embedded", "embedded"),
    FABRIC("network/fabric", "fabric"),
    CONFORMANCE("network/conformance", "conformance"),
    LAUNCHER("launcher", "launcher");

    private final String folder;
    private final String root;

    Module(String folder, String root) {
        this.folder = folder;
        this.root = root;
    }

    String folder() {
        return folder;
    }

    /** The package below {@code org.entente} that holds the whole module. */
    String root() {
        return root;
    }

    boolean mayUse(Module other) {
        return other == this || below().contains(other);
    }

    private Set<Module> below() {
        return switch (this) {
            case MODEL, LEAK -> Set.of();
            case CONTRACT, CERTS, CLIENT -> Set.of(MODEL);
            case PAPER -> Set.of(MODEL, CERTS);
            case API -> Set.of(MODEL, CERTS, PAPER, CLIENT);
            case EMBEDDED -> Set.of(MODEL, CONTRACT, CERTS);
            case FABRIC -> Set.of(MODEL, CERTS);
            case CONFORMANCE -> Set.of(MODEL, CERTS);
            case LAUNCHER -> Set.of(MODEL, CERTS, PAPER, CLIENT, EMBEDDED, FABRIC, CONTRACT, LEAK);
        };
    }
}
