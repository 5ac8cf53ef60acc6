package org.entente.model.statement;

import org.entente.model.json.StrictJson;

/** Sizes that every writer keeps and every reader enforces. Changing one is a new envelope version. */
public final class StatementLimits {
    /** The longest canonical statement in bytes: a certificate of 500 items with room to spare. */
    public static final int MAX_STATEMENT_BYTES = 512 * 1024;

    /** The longest canonical batch in bytes: a peer commits one in under half a second. */
    public static final int MAX_BATCH_BYTES = 3 * 1024 * 1024;

    /** The most statements in a batch. */
    public static final int MAX_BATCH_STATEMENTS = 2_000;

    /** The deepest nesting of a statement: two less than of the batch that it will stand in. */
    public static final int MAX_STATEMENT_DEPTH = StrictJson.MAX_DEPTH - 2;

    /** The longest subject in UTF-16 units. */
    public static final int MAX_SUBJECT_LENGTH = 200;

    /** The longest officer reference in UTF-16 units. */
    public static final int MAX_OFFICER_LENGTH = 100;

    private StatementLimits() {}
}
