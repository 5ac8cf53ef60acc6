/** What the README of the SDK shows, compiled and run. */
@NullMarked
package org.entente.client.example;

import org.jspecify.annotations.NullMarked;
