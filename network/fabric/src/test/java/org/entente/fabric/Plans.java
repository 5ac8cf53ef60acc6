package org.entente.fabric;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.PlanFile;
import org.entente.model.finding.Checked;

/** Networks that tests describe. */
final class Plans {
    private Plans() {}

    /** The text of the members file that is shipped. */
    static String text() throws IOException {
        return Files.readString(Path.of("members.yaml"));
    }

    static NetworkPlan shipped() throws IOException {
        return of(text());
    }

    static NetworkPlan of(String text) {
        return switch (PlanFile.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Checked.Accepted<NetworkPlan>(var plan, var remarks) -> plan;
            case Checked.Rejected<NetworkPlan>(var findings) -> throw new AssertionError(findings.toString());
        };
    }
}
