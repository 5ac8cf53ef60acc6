/** What an exporter has begun to fill in: kept as it is, with everything that is still wrong with it. */
@NullMarked
package org.entente.api.draft;

import org.jspecify.annotations.NullMarked;
