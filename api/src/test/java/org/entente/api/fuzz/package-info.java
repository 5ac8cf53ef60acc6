@NullMarked
package org.entente.api.fuzz;

import org.jspecify.annotations.NullMarked;
