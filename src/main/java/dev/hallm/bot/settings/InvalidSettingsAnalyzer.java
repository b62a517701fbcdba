package dev.hallm.bot.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the report instead of a stack trace when Spring, not the main class, was first to read the file. */
class InvalidSettingsAnalyzer extends AbstractFailureAnalyzer<InvalidSettings> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSettings cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the file; --check tells whether it is valid.", cause);
    }
}
