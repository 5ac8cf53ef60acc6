/** Tests of {@link org.entente.contract.service}. */
@NullMarked
package org.entente.contract.service;

import org.jspecify.annotations.NullMarked;
