/** What the contract's process does beside the contract: it says whether it lives, and warms up before it is called. */
@NullMarked
package org.entente.contract.service;

import org.jspecify.annotations.NullMarked;
