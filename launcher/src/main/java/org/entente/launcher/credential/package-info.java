/** {@code ./entente verify}: a credential or the text of a QR code, checked offline. */
@NullMarked
package org.entente.launcher.credential;

import org.jspecify.annotations.NullMarked;
