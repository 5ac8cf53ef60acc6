package org.entente.launcher.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Python is for the tests alone: the API's fuzzer is written in it. */
final class PythonCheck {
    private static final List<String> NAMES =
            List.of("python3", "python3.14", "python3.13", "python3.12", "python3.11");
    private static final String PROBE =
            "import sys, venv, ensurepip; print(sys.version.split()[0]);" + " sys.exit(sys.version_info < (3, 11))";
    private static final int PATIENCE_SECONDS = 10;

    private PythonCheck() {}

    static Verdict look() throws InterruptedException {
        for (String name : NAMES) {
            String version = version(name);
            if (!version.isEmpty()) {
                return new Verdict.Good("Python " + version + ", for the API's fuzzer in ./entente test");
            }
        }
        return new Verdict.Poor(
                "no Python 3.11 or later with its venv module: ./entente test leaves the API's fuzzer out",
                "Install python3 and python3-venv (apt-get), python3 (dnf, brew), or see python.org.");
    }

    private static String version(String name) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(name, "-c", PROBE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return process.exitValue() == 0 ? said.strip() : "";
        } catch (IOException e) {
            // none of this name
            return "";
        }
    }
}
