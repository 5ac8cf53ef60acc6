/**
 * Certificates of origin as a member issues, acknowledges and uses them.
 */
@NullMarked
package org.entente.client.origin;

import org.jspecify.annotations.NullMarked;
