/** The Fabric Gateway service over gRPC, with a real gateway's statuses and details. */
@NullMarked
package org.entente.embedded.gateway;

import org.jspecify.annotations.NullMarked;
