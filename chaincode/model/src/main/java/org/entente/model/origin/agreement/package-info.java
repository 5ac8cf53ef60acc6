/**
 * Agreements as dated data: what each one's text says, where it says so, and whether somebody on this project read it. To
 * change a rule, change the agreement's file in {@code src/main/resources/org/entente/model/origin/agreements}; see
 * {@code docs/guides/add-an-agreement.md}.
 */
@NullMarked
package org.entente.model.origin.agreement;

import org.jspecify.annotations.NullMarked;
