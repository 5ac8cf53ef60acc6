/** The chaincode: decodes a call, checks who calls, checks that a batch continues its stream, and writes. */
@NullMarked
package org.entente.contract;

import org.jspecify.annotations.NullMarked;
