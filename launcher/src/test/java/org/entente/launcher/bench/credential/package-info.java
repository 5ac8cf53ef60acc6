@NullMarked
package org.entente.launcher.bench.credential;

import org.jspecify.annotations.NullMarked;
