/** Fabric's view of an identity: the MSP folder of a member and the check whether a certificate speaks for that member. */
@NullMarked
package org.entente.certs.msp;

import org.jspecify.annotations.NullMarked;
