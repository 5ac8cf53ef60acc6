/** The suite. Where a test says what Fabric answers, it names the file of Fabric v3.1 that says so. */
@NullMarked
package org.entente.conformance.suite;

import org.jspecify.annotations.NullMarked;
