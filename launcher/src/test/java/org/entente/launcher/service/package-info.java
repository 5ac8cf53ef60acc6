/** The services as processes, from a first start to the last kill. */
@NullMarked
package org.entente.launcher.service;

import org.jspecify.annotations.NullMarked;
