/** What an instance is started with: read once, checked as a whole, and refused with all problems in plain words. */
@NullMarked
package org.entente.api.settings;

import org.jspecify.annotations.NullMarked;
