package org.entente.client.redelivery;

/** What came of asking a partner. */
sealed interface Answer {
    /**
     * Bytes, not checked.
     *
     * @param bytes whatever the partner sent
     */
    record Delivered(byte[] bytes) implements Answer {}

    /**
     * None.
     *
     * @param code why
     */
    record None(RedeliveryCode code) implements Answer {}
}
