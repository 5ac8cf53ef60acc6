/** What is checked again, by which instance and when. */
@NullMarked
package org.entente.api.provisional;

import org.jspecify.annotations.NullMarked;
