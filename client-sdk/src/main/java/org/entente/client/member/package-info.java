/** The public state as an administrator writes it and anybody reads it: members, their keys, rule sets. */
@NullMarked
package org.entente.client.member;

import org.jspecify.annotations.NullMarked;
