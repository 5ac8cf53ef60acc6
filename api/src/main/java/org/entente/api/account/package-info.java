/** Who may do what: organisations, their accounts and roles, and which broker acts for which exporter. */
@NullMarked
package org.entente.api.account;

import org.jspecify.annotations.NullMarked;
