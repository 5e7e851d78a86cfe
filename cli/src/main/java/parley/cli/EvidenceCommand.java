package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.evidence.Certificates;
import parley.evidence.Hash;
import parley.evidence.Role;
import parley.note.NoteKey;
import parley.note.NoteVerdict;
import parley.note.Notes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley evidence}: what can be checked of evidence without a server. */
@Command(
        name = "evidence",
        description = "Checks what a server certified about evidence, without that server.",
        mixinStandardHelpOptions = true,
        subcommands = EvidenceCommand.Verify.class)
public final class EvidenceCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code parley evidence verify}: form, signature and revocation of a certificate. */
    @Command(
            name = "verify",
            description = "Checks the form, the signature and the revocation of a verdict's certificate, offline.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:the certificate is good",
                "1:it must not be relied on",
                "2:the command was used in a way it does not know",
                "3:a file cannot be read"
            },
            footerHeading = "%nExamples:%n",
            footer = "  parley evidence verify release.verdict --key 'parley-server+…' --revoked belarus.revoked")
    static final class Verify implements Callable<Integer> {
        private static final String REVOKED = "revoked ";
        private static final String UP_TO = "upto ";

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

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            PrintWriter err = spec.commandLine().getErr();
            NoteKey server;
            try {
                server = NoteKey.parse(key);
            } catch (IllegalArgumentException e) {
                err.println("parley: " + e.getMessage());
                return ExitCode.WRONG_USE;
            }
            try {
                Certificates.Revocations list = revocations(server);
                if (list == null) {
                    out.println("refused: the list of what was revoked is not signed by this key");
                    return ExitCode.FINDINGS;
                }
                var trust = new Certificates.Trust(
                        Map.of(server, new Certificates.Signer(server.name(), Role.RELEASER)),
                        new TreeMap<>(Map.of(Role.RELEASER, 1)));
                return switch (Certificates.verify(Files.readAllBytes(file), trust, list)) {
                    case Certificates.Check.Refused(String reason) -> {
                        out.println("refused: " + reason);
                        yield ExitCode.FINDINGS;
                    }
                    case Certificates.Check.Valid valid -> {
                        told(out, valid);
                        yield ExitCode.FINE;
                    }
                };
            } catch (IOException e) {
                err.println("parley: cannot read " + e.getMessage());
                return ExitCode.MACHINE_LACKS;
            }
        }

        private void told(PrintWriter out, Certificates.Check.Valid valid) {
            List<String> shown = List.of("case ", "clause ", "result ", "needs ", "reached ", "panel ");
            valid.text()
                    .lines()
                    .filter(l -> shown.stream().anyMatch(l::startsWith))
                    .forEach(out::println);
            out.printf(
                    "good: as of %s, known at %s; %s%n",
                    valid.point().world(),
                    valid.point().known().at(),
                    revoked == null
                            ? "whether it was revoked was not asked, give --revoked"
                            : "not revoked by " + valid.upTo());
        }

        /** Returns what was revoked; {@code null} if the list is not what it says. */
        private Certificates.@Nullable Revocations revocations(NoteKey server) throws IOException {
            Path list = revoked;
            if (list == null) {
                return new Certificates.Revocations(Set.of(), Instant.EPOCH);
            }
            if (!(Notes.verify(Files.readAllBytes(list), List.of(server))
                            instanceof NoteVerdict.Signed(String text, var _))
                    || !text.startsWith("parley-revocations/v1\n")) {
                return null;
            }
            Set<Hash> certificates = new HashSet<>();
            Instant upTo = Instant.EPOCH;
            try {
                for (String line : text.lines().toList()) {
                    if (line.startsWith(REVOKED)) {
                        certificates.add(Hash.parse(line.substring(REVOKED.length())));
                    } else if (line.startsWith(UP_TO)) {
                        upTo = Instant.parse(line.substring(UP_TO.length()));
                    }
                }
            } catch (IllegalArgumentException | DateTimeParseException e) {
                return null;
            }
            return new Certificates.Revocations(certificates, upTo);
        }
    }
}
