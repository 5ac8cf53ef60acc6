/** An exporter applies for a certificate, and an issuing officer approves or refuses. */
@NullMarked
package org.entente.api.application;

import org.jspecify.annotations.NullMarked;
