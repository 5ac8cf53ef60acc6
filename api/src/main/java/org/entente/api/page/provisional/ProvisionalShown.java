package org.entente.api.page.provisional;

import org.entente.api.certificate.CertificateName;
import org.entente.api.provisional.ProvisionalDecision;
import org.entente.api.provisional.ProvisionalDecision.State;
import org.entente.model.origin.certificate.CertificateId;

/**
 * A provisional decision, as pages show it.
 *
 * @param decision what is known of it
 */
public record ProvisionalShown(ProvisionalDecision decision) {
    /** The number as it was presented; empty if none was named. */
    public String number() {
        String name = decision.certificate();
        return name == null ? "" : id(name).referenceNo().value();
    }

    /** The issuer's code as it was presented; empty if none was named. */
    public String issuer() {
        String name = decision.certificate();
        return name == null ? "" : id(name).issuer().value();
    }

    private static CertificateId id(String name) {
        return CertificateName.read(name);
    }

    /** Whether it is checked again by itself. */
    public boolean isWaiting() {
        return decision.state() == State.OPEN && !isClosed();
    }

    /** Whether an officer has closed it. */
    public boolean isClosed() {
        return decision.closedAt() != null;
    }

    /** The icon and colour of what has become of it. */
    public String kind() {
        return switch (decision.state()) {
            case OPEN -> "waiting";
            case CONFIRMED -> "valid";
            case CONTRADICTED -> "invalid";
        };
    }

    /** The colour of the box around it: one that waits could not be checked so far. */
    public String box() {
        return decision.state() == State.OPEN ? "unsure" : kind();
    }

    /** The message that says what has become of it. */
    public String words() {
        return isWaiting() || decision.state() != State.OPEN
                ? "provisional.state." + decision.state()
                : "provisional.state.UNSETTLED";
    }

    /** The message that says what was done, and what the check has found since. */
    public String story() {
        return "provisional.story." + decision.decision() + "." + decision.state();
    }
}
