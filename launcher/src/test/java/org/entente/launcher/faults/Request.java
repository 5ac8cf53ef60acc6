package org.entente.launcher.faults;

import tools.jackson.databind.node.ObjectNode;

/**
 * Something that a member is asked to say.
 *
 * @param author who says it
 * @param key the client's idempotency key
 * @param subject the certificate it speaks of
 * @param amount what it uses of item 1, 0 for an issue
 * @param line the request as {@link InstanceMain} reads it; not to be changed
 */
record Request(String author, String key, String subject, long amount, ObjectNode line) {}
