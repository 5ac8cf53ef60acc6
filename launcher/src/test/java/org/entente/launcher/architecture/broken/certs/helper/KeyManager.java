package org.entente.launcher.architecture.broken.certs.helper;

import io.grpc.Channel;

/** Has an empty name in an empty package, and wants the network for verification. */
public record KeyManager(Channel channel) {}
