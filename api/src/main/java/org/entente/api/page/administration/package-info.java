/** The pages on which an administrator keeps accounts and organisations, and reads the audit. */
@NullMarked
package org.entente.api.page.administration;

import org.jspecify.annotations.NullMarked;
