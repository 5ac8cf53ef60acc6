/** Tests of how this SDK uses PostgreSQL. */
@NullMarked
package org.entente.client.database;

import org.jspecify.annotations.NullMarked;
