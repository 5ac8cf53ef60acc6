/** Starts the members' services on this machine, each in a process of its own, with accounts to sign in to. */
@NullMarked
package org.entente.launcher.service;

import org.jspecify.annotations.NullMarked;
