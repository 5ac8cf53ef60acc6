/** Where the files of a network stand on a disk. */
@NullMarked
package org.entente.fabric.layout;

import org.jspecify.annotations.NullMarked;
