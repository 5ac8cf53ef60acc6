@NullMarked
package org.entente.launcher.bench.report;

import org.jspecify.annotations.NullMarked;
