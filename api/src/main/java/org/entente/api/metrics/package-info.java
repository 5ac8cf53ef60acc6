/** What an instance tells a Prometheus server: counts, times and limits of validity, and nothing private. */
@NullMarked
package org.entente.api.metrics;

import org.jspecify.annotations.NullMarked;
