/** The wire format as a team without Java sees it: golden files, JSON Schemas and what a schema cannot say. */
@NullMarked
package org.entente.model.wire;

import org.jspecify.annotations.NullMarked;
