/** What a network is to be: its members, where their nodes stand, how it orders. */
@NullMarked
package org.entente.fabric.plan;

import org.jspecify.annotations.NullMarked;
