/** Tests of agreements as data. */
@NullMarked
package org.entente.model.origin.agreement;

import org.jspecify.annotations.NullMarked;
