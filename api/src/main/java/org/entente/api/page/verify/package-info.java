/** The box for a certificate: what is scanned, dropped or typed is checked, and the answer said in three words. */
@NullMarked
package org.entente.api.page.verify;

import org.jspecify.annotations.NullMarked;
