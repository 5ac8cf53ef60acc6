package org.entente.api.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an operator the problems of the settings instead of a stack trace. */
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsRefused> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SettingsRefused cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()), "Correct the settings file and start again.", cause);
    }
}
