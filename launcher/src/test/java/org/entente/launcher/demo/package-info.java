/** The demo as a user runs it. */
@NullMarked
package org.entente.launcher.demo;

import org.jspecify.annotations.NullMarked;
