/** The public state, changed and read through a real peer service. */
@NullMarked
package org.entente.client.member;

import org.jspecify.annotations.NullMarked;
