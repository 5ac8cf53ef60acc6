@NullMarked
package org.entente.api.administration;

import org.jspecify.annotations.NullMarked;
