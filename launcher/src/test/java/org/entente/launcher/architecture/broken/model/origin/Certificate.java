package org.entente.launcher.architecture.broken.model.origin;

import java.util.List;
import org.entente.launcher.architecture.broken.model.aeo.Operator;

/** Weighs in floating point, in an array as well. */
public record Certificate(double[][] weights, List<Operator> operators) {}
