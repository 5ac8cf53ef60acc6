/** What a network answered, in a form that can be laid beside what another network answered. */
@NullMarked
package org.entente.conformance.observe;

import org.jspecify.annotations.NullMarked;
