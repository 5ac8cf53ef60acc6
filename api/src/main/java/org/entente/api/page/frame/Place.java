package org.entente.api.page.frame;

/**
 * A page in the navigation.
 *
 * @param path where it is
 * @param words the message with its name
 * @param here whether the reader is there
 */
public record Place(String path, String words, boolean here) {}
