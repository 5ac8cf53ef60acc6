/** Breaks the rules on purpose: a package name that says nothing, and a network import. */
@NullMarked
package org.entente.launcher.architecture.broken.certs.helper;

import org.jspecify.annotations.NullMarked;
