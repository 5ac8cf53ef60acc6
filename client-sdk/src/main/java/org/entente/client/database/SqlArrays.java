package org.entente.client.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.entente.model.statement.StatementId;
import org.jspecify.annotations.Nullable;

/** Columns of many rows as arrays, so that one statement with {@code unnest} moves a whole block. */
public final class SqlArrays {
    private SqlArrays() {}

    /**
     * An array of texts.
     *
     * @param connection where it will be used
     * @param values the texts, without U+0000
     * @return {@code text[]}
     * @throws SQLException if the driver refuses
     */
    public static Array texts(Connection connection, Collection<? extends @Nullable String> values)
            throws SQLException {
        return connection.createArrayOf("text", values.toArray(new String[0]));
    }

    /**
     * An array of byte sequences.
     *
     * @param connection where it will be used
     * @param values the sequences
     * @return {@code bytea[]}
     * @throws SQLException if the driver refuses
     */
    public static Array bytes(Connection connection, Collection<? extends byte @Nullable []> values)
            throws SQLException {
        return connection.createArrayOf("bytea", values.toArray(new byte[0][]));
    }

    /**
     * An array of long integers.
     *
     * @param connection where it will be used
     * @param values the integers
     * @return {@code bigint[]}
     * @throws SQLException if the driver refuses
     */
    public static Array longs(Connection connection, Collection<? extends @Nullable Long> values) throws SQLException {
        return connection.createArrayOf("int8", values.toArray(new Long[0]));
    }

    /**
     * An array of integers.
     *
     * @param connection where it will be used
     * @param values the integers
     * @return {@code integer[]}
     * @throws SQLException if the driver refuses
     */
    public static Array integers(Connection connection, Collection<Integer> values) throws SQLException {
        return connection.createArrayOf("int4", values.toArray(new Integer[0]));
    }

    /**
     * An array of statement ids in their raw form.
     *
     * @param connection where it will be used
     * @param ids statement ids
     * @return {@code bytea[]}
     * @throws SQLException if the driver refuses
     */
    public static Array ids(Connection connection, List<StatementId> ids) throws SQLException {
        return bytes(connection, ids.stream().map(SqlArrays::raw).toList());
    }

    /**
     * A statement id as it is stored.
     *
     * @param id an id
     * @return 32 bytes
     */
    public static byte[] raw(StatementId id) {
        return HexFormat.of().parseHex(id.hex());
    }

    /**
     * A stored statement id.
     *
     * @param raw 32 bytes
     * @return the id
     */
    public static StatementId id(byte[] raw) {
        return new StatementId(HexFormat.of().formatHex(raw));
    }
}
