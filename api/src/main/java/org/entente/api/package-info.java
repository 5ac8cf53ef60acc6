/** One instance of one member's API: web pages, REST and a node on the ledger in a process of its own. */
@NullMarked
package org.entente.api;

import org.jspecify.annotations.NullMarked;
