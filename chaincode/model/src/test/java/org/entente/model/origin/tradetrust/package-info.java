/** Tests of the TradeTrust importer. */
@NullMarked
package org.entente.model.origin.tradetrust;

import org.jspecify.annotations.NullMarked;
