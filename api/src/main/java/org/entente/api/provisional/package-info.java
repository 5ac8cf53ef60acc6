/** What an officer decides while a certificate could not be checked, and what becomes of it once it can be. */
@NullMarked
package org.entente.api.provisional;

import org.jspecify.annotations.NullMarked;
