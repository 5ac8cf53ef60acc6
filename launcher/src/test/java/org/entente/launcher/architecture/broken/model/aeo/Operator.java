package org.entente.launcher.architecture.broken.model.aeo;

import org.entente.launcher.architecture.broken.contract.Submission;
import org.entente.launcher.architecture.broken.model.origin.Certificate;

/** Imports another feature, which imports it, and a module above it. */
public record Operator(Certificate certificate, Submission submission) {}
