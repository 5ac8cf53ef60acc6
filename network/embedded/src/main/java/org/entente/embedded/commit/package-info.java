/** Takes a cut block through validation, private data, disk and state; late private data follows. */
@NullMarked
package org.entente.embedded.commit;

import org.jspecify.annotations.NullMarked;
