package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.identity.match.Band;
import parley.identity.match.Thresholds;
import parley.lists.register.Entry;
import parley.lists.register.Register;
import parley.lists.screening.Hit;
import parley.lists.screening.ListStates;
import parley.lists.screening.LiveIndex;
import parley.lists.screening.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code parley screen}: a name, or a table of names, against everything that is live in a register. */
@Command(
        name = "screen",
        description = "Looks for a name on all lists of a register, and says why each record is or is not meant.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nobody on the lists is near, or the table is written",
            "1:there are hits, or a row cannot be read",
            "2:the command was used in a way it does not know",
            "3:the register or a file cannot be read or written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley screen \"Дмитрий Николаевич Примеров\" --born 1970-06-02 --country BY --register data/register",
            "  parley screen --batch customers.csv --out screened.csv --register data/register",
            "",
            "A table needs a column `name`; `born`, `country`, `id` and `kind` are used if they are there, all others",
            "are carried through. Each hit is a row; a name without hit keeps its row with the band `no-hit`."
        })
final class ScreenCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The name to look for, in any script.")
    private @Nullable String name;

    @Option(names = "--born", paramLabel = "DATE", defaultValue = "", description = "1970, 1970-06 or 1970-06-02.")
    private String born = "";

    @Option(names = "--country", paramLabel = "COUNTRY", defaultValue = "", description = "Code or English name.")
    private String country = "";

    @Option(names = "--id", paramLabel = "NUMBER", defaultValue = "", description = "Number of a document or register.")
    private String id = "";

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "", description = "person, organisation or vessel.")
    private String kind = "";

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "The day whose state of the lists is asked; today if not given.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--register",
            paramLabel = "DIR",
            required = true,
            description = "The folder of the register, DATA/register of a server.")
    @SuppressWarnings("NullAway.Init")
    private Path register;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "10",
            description = "Candidates to print; 10 if not given.")
    private int most;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--batch", paramLabel = "IN.csv", description = "A table of names, UTF-8.")
    private @Nullable Path batch;

    @Option(names = "--out", paramLabel = "OUT.csv", description = "Where the answers to a table are written.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if ((name == null) == (batch == null)) {
            err.println("parley: give either a name or a table with --batch.");
            return ExitCode.WRONG_USE;
        }
        if (batch != null && out == null) {
            err.println("parley: say with --out where the answers to %s are written.".formatted(batch));
            return ExitCode.WRONG_USE;
        }
        Query query = new Query(name == null ? "" : name, kind, born, country, id);
        String wrong = name == null ? null : query.wrong();
        if (wrong != null) {
            err.println("parley: " + wrong);
            return ExitCode.WRONG_USE;
        }
        try {
            LiveIndex index = index();
            if (index == null) {
                err.println("parley: %s holds no list that is live. Import a list and have it signed first."
                        .formatted(register));
                return ExitCode.MACHINE_LACKS;
            }
            if (batch != null && out != null) {
                return new ScreenTable(index, err).write(batch, out);
            }
            List<Hit> hits = index.screen(query).stream()
                    .filter(h -> h.band() != Band.NONE)
                    .limit(most)
                    .toList();
            print(index, query, hits);
            return hits.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            err.println("parley: the register %s cannot be read: %s"
                    .formatted(register, AtomicFile.reason(cause == null ? new IOException(e) : cause)));
        } catch (IOException e) {
            err.println("parley: the register %s cannot be read: %s".formatted(register, AtomicFile.reason(e)));
        }
        return ExitCode.MACHINE_LACKS;
    }

    private @Nullable LiveIndex index() throws IOException {
        if (!Files.isDirectory(register)) {
            throw new java.nio.file.NoSuchFileException(register.toString());
        }
        var held = new Register(register, InstantSource.system());
        LocalDate day = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
        Map<String, Entry> states = asOf == null ? ListStates.live(held) : ListStates.asOf(held, day, Instant.MAX);
        return states.isEmpty() ? null : LiveIndex.of(ListStates.read(held, states), day, Thresholds.shipped());
    }

    private void print(LiveIndex index, Query query, List<Hit> hits) {
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            to.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(answer(index, query, hits)));
            return;
        }
        if (hits.isEmpty()) {
            to.println("Nobody on the lists is near to “%s”.".formatted(query.name()));
        }
        int rank = 0;
        for (Hit hit : hits) {
            to.println("%d. %s".formatted(++rank, headline(hit)));
            to.println("   " + hit.why().tree().strip().replace("\n", "\n   "));
            to.println();
        }
        to.println("Asked: %d records in force on %s of %s; alert from %.2f, probable from %.2f."
                .formatted(
                        index.records(),
                        index.day(),
                        index.versions(),
                        index.thresholds().alert(),
                        index.thresholds().high()));
    }

    private static String headline(Hit hit) {
        var words = new ArrayList<String>();
        words.add(hit.name());
        words.add("%s %s".formatted(hit.list(), hit.record()));
        words.add(hit.kind());
        if (!hit.programmes().isEmpty()) {
            words.add(String.join(", ", hit.programmes()));
        }
        if (!hit.measures().isEmpty()) {
            words.add(String.join(", ", hit.measures()));
        }
        words.add(
                hit.since() == null
                        ? "date in law not given"
                        : (hit.notLaterThan() ? "not later than " : "since ") + hit.since());
        words.add(hit.place());
        return String.join(" · ", words);
    }

    private static Map<String, Object> answer(LiveIndex index, Query query, List<Hit> hits) {
        var all = new LinkedHashMap<String, Object>();
        all.put("schema", "parley-screening/1");
        all.put("query", query);
        all.put("asOf", index.day().toString());
        all.put("at", Instant.now().toString());
        all.put("lists", index.versions());
        all.put("thresholds", index.thresholds());
        all.put("records", index.records());
        all.put("hits", hits);
        return all;
    }

    /** Returns the word of a band for files and programs. */
    static String word(Band band) {
        return band.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
