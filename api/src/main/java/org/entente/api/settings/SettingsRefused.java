package org.entente.api.settings;

import java.util.List;

/** The settings do not allow a start; every reason in words for an operator. */
public final class SettingsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param problems each a sentence that starts with the setting's name; holds no secret
     */
    public SettingsRefused(List<String> problems) {
        super("the settings do not allow a start:\n  - " + String.join("\n  - ", problems));
    }
}
