/** Makes approved certificates credentials with seal and link, keeps where their status stands, and hands them out. */
@NullMarked
package org.entente.api.credential;

import org.jspecify.annotations.NullMarked;
