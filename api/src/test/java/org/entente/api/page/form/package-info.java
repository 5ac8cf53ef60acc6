/** The form of a certificate: fields to JSON and back. */
@NullMarked
package org.entente.api.page.form;

import org.jspecify.annotations.NullMarked;
