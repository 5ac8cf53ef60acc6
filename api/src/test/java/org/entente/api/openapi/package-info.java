/** Makes the API's description from its handlers, and holds the committed one against it. */
@NullMarked
package org.entente.api.openapi;

import org.jspecify.annotations.NullMarked;
