/** What stands around every page: language, navigation, who is signed in, and codes in words. */
@NullMarked
package org.entente.api.page.frame;

import org.jspecify.annotations.NullMarked;
