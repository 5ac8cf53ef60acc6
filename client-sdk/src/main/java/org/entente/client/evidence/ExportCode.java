package org.entente.client.evidence;

import org.entente.model.finding.FindingCode;

/** Why no evidence can be made of what was asked for. */
public enum ExportCode implements FindingCode {
    /** No statement that stands, by the own fold, is what was asked for. */
    EXPORT_NOTHING_FOUND("No statement that stands between the two members is what was asked for"),
    /** More than an evidence file holds. */
    EXPORT_TOO_MANY("There are more statements than an evidence file holds"),
    /** What is stored does not prove what was folded; rebuild and look at the incidents. */
    EXPORT_PROOF_BROKEN("What is stored does not prove the statement"),
    /** The own signing key is not among the published ones. */
    EXPORT_KEY_UNPUBLISHED("The key that would sign the file is not published");

    private final String title;

    ExportCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
