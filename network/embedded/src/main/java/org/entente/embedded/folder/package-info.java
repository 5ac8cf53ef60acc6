/** The members' folders: authorities, node keys and client keys, made once and kept. */
@NullMarked
package org.entente.embedded.folder;

import org.jspecify.annotations.NullMarked;
