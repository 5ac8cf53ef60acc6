/** Tests of the alerts against what an instance tells. */
@NullMarked
package org.entente.api.metrics;

import org.jspecify.annotations.NullMarked;
