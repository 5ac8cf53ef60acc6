package org.entente.api.application;

import org.entente.model.finding.FindingCode;

/** What can be wrong with an application beside the certificate's own rules. */
public enum ApplicationCode implements FindingCode {
    /** Another administration issues for that country. */
    APPLICATION_EXPORT_FOREIGN("The exporting country is not this administration's"),
    /** Goods that do not leave. */
    APPLICATION_IMPORT_DOMESTIC("The importing country is the exporting country"),
    /** In another's name. */
    APPLICATION_EXPORTER_OTHER("The certificate's exporter is not the organisation for which the application is made"),
    /** The number is taken. */
    APPLICATION_REFERENCE_TAKEN("The reference number is applied for or issued already under this agreement");

    private final String title;

    ApplicationCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
