/** Makes credentials and status lists in the name of an administration. */
@NullMarked
package org.entente.certs.credential.issue;

import org.jspecify.annotations.NullMarked;
