/** The form of a certificate: each field is named by the JSON Pointer of what it says, so findings find their field. */
@NullMarked
package org.entente.api.page.form;

import org.jspecify.annotations.NullMarked;
