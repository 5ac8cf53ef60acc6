/** Tests of re-delivery, with partners that help and partners that harm. */
@NullMarked
package org.entente.client.redelivery;

import org.jspecify.annotations.NullMarked;
