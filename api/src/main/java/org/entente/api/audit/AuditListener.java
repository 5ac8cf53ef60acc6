package org.entente.api.audit;

/** Takes part in the transaction in which something is noted. */
@FunctionalInterface
public interface AuditListener {
    /**
     * Something was noted; what is stored now is stored with it or not at all.
     *
     * @param action what, for example {@code application.approved}
     * @param subject of what
     */
    void noted(String action, String subject);
}
