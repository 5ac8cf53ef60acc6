/** The command line: one subcommand a feature, each in its own package below this one. */
@NullMarked
package org.entente.launcher;

import org.jspecify.annotations.NullMarked;
