/**
 * What people look at: streams, missing bytes, quarantine, refusals and incidents, page by page.
 */
@NullMarked
package org.entente.client.show;

import org.jspecify.annotations.NullMarked;
