/** What the members agreed on before the first transaction: members, chaincode, collections, policies. */
@NullMarked
package org.entente.embedded.channel;

import org.jspecify.annotations.NullMarked;
