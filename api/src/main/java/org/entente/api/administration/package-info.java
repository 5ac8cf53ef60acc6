/** What an administrator keeps: organisations, accounts, delegations; and what the audit says. */
@NullMarked
package org.entente.api.administration;

import org.jspecify.annotations.NullMarked;
