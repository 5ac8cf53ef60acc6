/** Tests of the public records and their history. */
@NullMarked
package org.entente.model.member;

import org.jspecify.annotations.NullMarked;
