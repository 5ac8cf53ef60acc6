package org.entente.api.problem;

import java.util.List;
import org.entente.model.finding.Finding;

/** Ends a request: thrown anywhere below a handler, and shown to the caller as a problem document. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    private final ApiCode code;

    /** Everything that was found; not sent over wires of Java's. */
    private final transient List<Finding> findings;

    /**
     * A refusal with findings.
     *
     * @param code why
     * @param detail the particulars for a person; goes to the caller
     * @param findings everything that was found
     */
    public Refusal(ApiCode code, String detail, List<Finding> findings) {
        super(detail, null, false, false);
        this.code = code;
        this.findings = List.copyOf(findings);
    }

    /**
     * A refusal that needs no findings.
     *
     * @param code why
     * @param detail the particulars for a person
     * @return to be thrown
     */
    public static Refusal of(ApiCode code, String detail) {
        return new Refusal(code, detail, List.of());
    }

    /**
     * A refusal for one finding.
     *
     * @param code why
     * @param finding what was found
     * @return to be thrown
     */
    public static Refusal of(ApiCode code, Finding finding) {
        return new Refusal(code, finding.detail(), List.of(finding));
    }

    /**
     * The same for what is not there and for what is somebody else's.
     *
     * @return to be thrown
     */
    public static Refusal unknown() {
        return of(ApiCode.REQUEST_TARGET_UNKNOWN, "nothing here that this account may see");
    }

    /**
     * Why.
     *
     * @return the code
     */
    public ApiCode code() {
        return code;
    }

    /**
     * Everything that was found.
     *
     * @return findings, maybe none
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * The particulars.
     *
     * @return for a person
     */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
