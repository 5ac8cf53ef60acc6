/** Where a certificate stands: for exporters and issuing officers, and for the partner's officers. */
@NullMarked
package org.entente.api.page.certificate;

import org.jspecify.annotations.NullMarked;
