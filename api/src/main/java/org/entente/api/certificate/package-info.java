/** Certificates that this member issued: where they stand, what is used of them, and their cancellation. */
@NullMarked
package org.entente.api.certificate;

import org.jspecify.annotations.NullMarked;
