/** What is wrong with an input: stable codes, where it stands, how grave it is and which law says so. */
@NullMarked
package org.entente.model.finding;

import org.jspecify.annotations.NullMarked;
