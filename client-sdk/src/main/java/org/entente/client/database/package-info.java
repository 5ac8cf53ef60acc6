/**
 * PostgreSQL as this SDK uses it: transactions, bulk arrays, session locks, and signals between instances.
 */
@NullMarked
package org.entente.client.database;

import org.jspecify.annotations.NullMarked;
