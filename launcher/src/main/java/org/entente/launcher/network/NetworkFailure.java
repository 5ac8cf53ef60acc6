package org.entente.launcher.network;

/** Why a network cannot be what was asked, and what to do about it. */
final class NetworkFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    NetworkFailure(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
