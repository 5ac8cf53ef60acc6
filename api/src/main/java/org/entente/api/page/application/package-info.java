/** The pages on which exporters apply and issuing officers decide. */
@NullMarked
package org.entente.api.page.application;

import org.jspecify.annotations.NullMarked;
