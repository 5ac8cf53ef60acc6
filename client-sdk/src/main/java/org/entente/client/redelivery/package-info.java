/**
 * Private bytes that gossip did not bring: a member asks the partner's service for them over mutual TLS, and serves those
 * that it holds to the other member of their collection (architecture rule 8, decision 0009).
 */
@NullMarked
package org.entente.client.redelivery;

import org.jspecify.annotations.NullMarked;
