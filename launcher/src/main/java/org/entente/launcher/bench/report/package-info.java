/** What every bench prints: the machine, tables of figures, and the same for programs. */
@NullMarked
package org.entente.launcher.bench.report;

import org.jspecify.annotations.NullMarked;
