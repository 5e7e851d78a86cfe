package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.copy.Copies;
import parley.copy.Copy;
import parley.copy.Reader;
import parley.roadmap.Case;
import parley.text.DiagnosticText;
import parley.text.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code parley copy}: writes what one reader may see of a case. */
@Command(
        name = "copy",
        description = {
            "Writes what one reader may see of a case, as one text that is a case itself.",
            "It is refused if the reader could notice a gap in it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley copy cases/belarus --for counterpart",
            "  parley copy cases/belarus --for partners --out partners.parley",
            "  parley copy cases/belarus --for lt --day 2026-06-01 --json"
        })
final class CopyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", description = "The folder of the case, or one file with the whole case.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Option(
            names = "--for",
            paramLabel = "READER",
            required = true,
            description = "public, counterpart, partners, or the name of one partner.")
    @SuppressWarnings("NullAway.Init")
    private String reader;

    @Option(names = "--day", paramLabel = "DAY", description = "The day in the header; today if not given.")
    private @Nullable LocalDate day;

    @Option(names = "--out", paramLabel = "FILE", description = "Write this file instead of standard output.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print reader, day, hash and text as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        return switch (SoundCase.read(path, err)) {
            case SoundCase.Refused refused -> refused.exitCode();
            case SoundCase.Read read -> copy(read.theCase(), read.folder().sources());
        };
    }

    private int copy(Case theCase, Map<String, Source> sources) {
        PrintWriter err = spec.commandLine().getErr();
        Reader named = Reader.named(reader, theCase);
        if (named == null) {
            String says = "Nobody called `%s` reads this case; name public, counterpart, partners or a partner."
                    .formatted(reader);
            err.println("parley: " + DiagnosticText.shown(says));
            return ExitCode.WRONG_USE;
        }
        LocalDate of = day == null ? LocalDate.now(java.time.ZoneId.systemDefault()) : day;
        return switch (Copies.of(theCase, named, of)) {
            case Copy.Made made -> hand(made, named, of);
            case Copy.Refused refused -> {
                Map<String, Source> all = new TreeMap<>(sources);
                all.putIfAbsent(refused.source().name(), refused.source());
                refused.reasons().forEach(d -> err.println(DiagnosticText.render(d, all, Colour.NEVER.on())));
                err.println("parley: nothing was copied, because the reader could notice what is not shown.");
                yield ExitCode.FINDINGS;
            }
        };
    }

    private int hand(Copy.Made made, Reader named, LocalDate of) {
        String text = json ? json(made, named, of) : made.text();
        Path to = file;
        if (to == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
            return ExitCode.FINE;
        }
        try {
            AtomicFile.write(to, text);
            return ExitCode.FINE;
        } catch (IOException e) {
            return Reports.notWritten(to.toString(), e, spec.commandLine().getErr());
        }
    }

    private static String json(Copy.Made made, Reader named, LocalDate of) {
        JsonMapper mapper = JsonMapper.builder().build();
        return mapper.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(mapper.createObjectNode()
                                .put("schema", "parley-copy/1")
                                .put("reader", named.name())
                                .put("day", of.toString())
                                .put("sha256", made.sha256())
                                .put("text", made.text()))
                + "\n";
    }
}
