package parley.app.evidence.web;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.app.web.Refused;
import parley.cli.EvidenceCommand;
import parley.evidence.Why;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley evidence … --with BUNDLE}: what can be checked by those who may read the record behind a certificate. */
@Command(
        name = "evidence",
        description =
                "Derives a verdict again from the sealed bundle, and says who signed a claim; no server is asked.",
        mixinStandardHelpOptions = true,
        subcommands = {BundleCommand.Verify.class, BundleCommand.WhyCommand.class})
public final class BundleCommand implements Runnable {
    private static final int FINDINGS = 1;
    private static final int UNREADABLE = 3;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code parley evidence verify FILE --key KEY --with BUNDLE}. */
    @Command(
            name = "verify",
            description =
                    "Checks form, signature and revocation, then derives the verdict again and compares byte for byte.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "FILE", description = "The certificate.")
        @SuppressWarnings("NullAway.Init")
        private Path file;

        @Option(
                names = "--key",
                required = true,
                paramLabel = "KEY",
                description = "The key of the server that signed.")
        @SuppressWarnings("NullAway.Init")
        private String key;

        @Option(names = "--revoked", paramLabel = "LIST", description = "The server's list of what was revoked.")
        private @Nullable Path revoked;

        @Option(names = "--with", required = true, paramLabel = "BUNDLE", description = "The sealed bundle.")
        @SuppressWarnings("NullAway.Init")
        private Path bundle;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            List<String> arguments = new ArrayList<>(List.of("verify", file.toString(), "--key", key));
            if (revoked != null) {
                arguments.addAll(List.of("--revoked", revoked.toString()));
            }
            int code = new CommandLine(new EvidenceCommand())
                    .setOut(out)
                    .setErr(spec.commandLine().getErr())
                    .execute(arguments.toArray(String[]::new));
            if (code != 0) {
                return code;
            }
            try {
                Bundle read = Bundle.read(Files.readString(bundle));
                String wrong =
                        read == null ? "%s is no bundle.".formatted(bundle) : read.difference(Files.readString(file));
                if (read == null || wrong != null) {
                    out.println("refused: " + wrong);
                    return FINDINGS;
                }
                out.printf(
                        "derived again from %d entries, every byte the same; the record's end is sha256:%s%n",
                        read.entries(), read.head());
                out.println(
                        "proved: these entries are one chain, and give this verdict. Not proved: that the server kept no other chain; compare the end with a backup or another holder's bundle.");
                return 0;
            } catch (IOException e) {
                spec.commandLine().getErr().println("parley: cannot read " + e.getMessage());
                return UNREADABLE;
            } catch (Refused e) {
                out.println("refused: " + e.says());
                return FINDINGS;
            }
        }
    }

    /** {@code parley evidence why CLAIM --with BUNDLE}. */
    @Command(
            name = "why",
            description =
                    "Says who signed a claim, in which role, under which policy, and whether each signature counts.",
            mixinStandardHelpOptions = true)
    static final class WhyCommand implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "CLAIM", description = "The claim, for example c-1a2b3c4d.")
        @SuppressWarnings("NullAway.Init")
        private String claim;

        @Option(names = "--with", required = true, paramLabel = "BUNDLE", description = "The sealed bundle.")
        @SuppressWarnings("NullAway.Init")
        private Path bundle;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try {
                Bundle read = Bundle.read(Files.readString(bundle));
                Why why = read == null ? null : read.why(claim);
                if (why == null) {
                    out.println(
                            read == null
                                    ? "refused: %s is no bundle.".formatted(bundle)
                                    : "refused: the record of this bundle has no claim %s.".formatted(claim));
                    return FINDINGS;
                }
                out.print(why);
                return 0;
            } catch (IOException e) {
                spec.commandLine().getErr().println("parley: cannot read " + e.getMessage());
                return UNREADABLE;
            }
        }
    }
}
