/** Files and folders that appear on disk whole or not at all, secrets readable by their owner only. */
@NullMarked
package org.entente.certs.file;

import org.jspecify.annotations.NullMarked;
