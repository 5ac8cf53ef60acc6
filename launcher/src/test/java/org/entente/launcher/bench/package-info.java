@NullMarked
package org.entente.launcher.bench;

import org.jspecify.annotations.NullMarked;
