/** Tests of findings and the error catalogue. */
@NullMarked
package org.entente.model.finding;

import org.jspecify.annotations.NullMarked;
