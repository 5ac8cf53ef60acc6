/** What happened at this member: one table of events, read as a list, as a stream, and by the senders of webhooks. */
@NullMarked
package org.entente.api.event;

import org.jspecify.annotations.NullMarked;
