/** Canonical JSON (RFC 8785) and strict reading: one text, one meaning, one sequence of bytes. */
@NullMarked
package org.entente.model.json;

import org.jspecify.annotations.NullMarked;
