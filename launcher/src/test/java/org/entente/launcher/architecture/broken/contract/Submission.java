package org.entente.launcher.architecture.broken.contract;

/** Used by the model below it. */
public record Submission(String batch) {}
