package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import parley.text.DiagnosticText;

/** What commands say alike when files fail them. Each returns the exit code. */
final class Reports {
    private Reports() {}

    static int unusable(CaseFolder.Unusable unusable, PrintWriter err) {
        err.println("parley: " + DiagnosticText.shown(unusable.says()));
        return unusable.exitCode();
    }

    static int notRead(String what, IOException e, PrintWriter err) {
        String says = "%s cannot be read: %s.".formatted(what, AtomicFile.reason(e));
        err.println("parley: " + DiagnosticText.shown(says));
        return ExitCode.MACHINE_LACKS;
    }

    static int notWritten(String name, IOException e, PrintWriter err) {
        String says = "`%s` could not be written: %s.".formatted(name, AtomicFile.reason(e));
        err.println("parley: " + DiagnosticText.shown(says));
        return ExitCode.MACHINE_LACKS;
    }
}
