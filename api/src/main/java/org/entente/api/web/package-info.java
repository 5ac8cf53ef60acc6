/** How requests reach handlers: argument types, JSON out, the shape of Spring's own errors. */
@NullMarked
package org.entente.api.web;

import org.jspecify.annotations.NullMarked;
