@NullMarked
package org.entente.launcher.bench.service;

import org.jspecify.annotations.NullMarked;
