/** Where readers begin: sign-in, and the page that fits their role. */
@NullMarked
package org.entente.api.page.start;

import org.jspecify.annotations.NullMarked;
