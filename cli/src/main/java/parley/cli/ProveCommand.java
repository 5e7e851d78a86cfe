package parley.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import parley.language.Words;
import parley.proof.Proofs;
import parley.proof.Verdict;
import parley.proof.Verdict.Outcome;
import parley.roadmap.Case;
import parley.roadmap.Catalogue;
import parley.roadmap.Claim;
import parley.text.Source;
import parley.text.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code parley prove}: what the text implies, property by property. */
@Command(
        name = "prove",
        description = {
            "Says what the text implies, property by property, and because of which clauses.",
            "This version answers the properties that need the text alone; the others are named and left open."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  parley prove cases/belarus", "  parley prove cases/belarus --json"})
final class ProveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", description = "The folder of the case, or one file of it.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return switch (SoundCase.read(path, spec.commandLine().getErr())) {
            case SoundCase.Refused refused -> refused.exitCode();
            case SoundCase.Read read -> {
                List<Verdict> verdicts = Proofs.of(read.theCase());
                List<Claim> unanswered = unanswered(read.theCase());
                Map<String, Source> sources = read.folder().sources();
                out.print(json ? json(verdicts, unanswered, sources) : text(verdicts, unanswered, sources));
                out.flush();
                boolean fine = unanswered.isEmpty()
                        && verdicts.stream()
                                .noneMatch(v -> v.outcome() == Outcome.REFUTED || v.outcome() == Outcome.OPEN);
                yield fine ? ExitCode.FINE : ExitCode.FINDINGS;
            }
        };
    }

    private static List<Claim> unanswered(Case theCase) {
        return theCase.claims().stream()
                .filter(c -> !(c instanceof Claim.Named named && Proofs.names().contains(named.name())))
                .toList();
    }

    private static String text(List<Verdict> verdicts, List<Claim> unanswered, Map<String, Source> sources) {
        var out = new StringBuilder();
        for (Verdict v : verdicts) {
            String asked = v.claimed() ? place(v.clause(), sources) : "asked by default";
            String name = (v.property() + " " + v.parameters()).strip();
            out.append("%-15s %-40s %s%n".formatted(v.outcome().word(), name, asked));
            out.append("                %s%n".formatted(v.says()));
            v.causes()
                    .forEach(c -> out.append(
                            "    because     %s%n                %s%n".formatted(c.says(), place(c.at(), sources))));
            v.mends().stream().distinct().forEach(m -> out.append("    mend        %s%n".formatted(m)));
        }
        int rest = Catalogue.names().size() - Proofs.names().size();
        out.append("%n%d properties of the catalogue need the game and are not answered by this version.%n"
                .formatted(rest));
        if (!unanswered.isEmpty()) {
            out.append("Open for that reason, though the text claims or asks them:%n".formatted());
            unanswered.forEach(c -> out.append("    %-70s %s%n".formatted(Words.of(c), place(c.at(), sources))));
        }
        return out.toString();
    }

    private static String place(Span at, Map<String, Source> sources) {
        Source source = sources.get(at.file());
        return source == null ? at.file() : "%s:%d".formatted(at.file(), source.line(at.start()));
    }

    private static String json(List<Verdict> verdicts, List<Claim> unanswered, Map<String, Source> sources) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("schema", "parley-verdicts/1");
        envelope.put("verdicts", verdicts.stream().map(v -> object(v, sources)).toList());
        envelope.put(
                "unanswered",
                unanswered.stream()
                        .map(c -> Map.of("claim", Words.of(c), "at", place(c.at(), sources)))
                        .collect(Collectors.toList()));
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        return mapper.writeValueAsString(envelope) + System.lineSeparator();
    }

    private static Map<String, Object> object(Verdict v, Map<String, Source> sources) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("property", v.property());
        object.put("parameters", v.parameters());
        object.put("clause", v.claimed() ? place(v.clause(), sources) : "");
        object.put("nature", "static");
        object.put("verdict", v.outcome().word());
        object.put("says", v.says());
        object.put(
                "because",
                v.causes().stream()
                        .map(c -> Map.of("at", place(c.at(), sources), "says", c.says()))
                        .toList());
        object.put("mends", v.mends().stream().distinct().toList());
        return object;
    }
}
