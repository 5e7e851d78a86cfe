package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import parley.lists.difference.Difference;
import parley.lists.intake.Card;
import parley.lists.record.Listing;
import parley.lists.register.Entry;
import parley.lists.register.Register;
import parley.lists.register.Register.Answer;
import parley.lists.register.Register.Staged;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley lists}: official lists, read strictly, signed, kept for ever. */
@Command(
        name = "lists",
        description =
                "Official lists: reads them strictly, shows what changed, keeps every state that somebody signed.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListsCommand.Import.class,
            ListsCommand.Sign.class,
            ListsCommand.Rollback.class,
            ListsCommand.Status.class,
            ListsCommand.Show.class,
            ListsCommand.Diff.class,
            ListsCommand.Fsck.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley lists import SDN.CSV ALT.CSV ADD.CSV SDN_COMMENTS.CSV",
            "  parley lists sign 1",
            "  parley lists diff eu-fsf 2023-03-24 2024-05-03"
        })
final class ListsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What all of them share: where the register is, who asks. */
    static final class Common {
        @Option(names = "--register", paramLabel = "DIR", description = "Folder of the register (default: register).")
        private Path folder = Path.of("register");

        @Option(names = "--by", paramLabel = "NAME", description = "Who does it (default: the user of the machine).")
        private @Nullable String by;

        Register register() {
            return new Register(folder, InstantSource.system());
        }

        String by() {
            return by == null ? System.getProperty("user.name", "unknown") : by;
        }
    }

    /** {@code parley lists import}. */
    @Command(
            name = "import",
            description =
                    "Reads the files of one publication and shows what they would change. Nothing is live before it is signed.",
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Mixin
        @SuppressWarnings("NullAway.Init")
        private Common common;

        @Parameters(
                arity = "1..*",
                paramLabel = "FILE",
                description = "The files of one day of one list; gzip is undone.")
        @SuppressWarnings("NullAway.Init")
        private List<Path> files;

        @Option(
                names = "--list",
                paramLabel = "ID",
                description = "The list, for example ch-seco, where the file does not tell.")
        private @Nullable String list;

        @Option(
                names = "--accept",
                paramLabel = "CODE=REASON",
                description =
                        "Imports in spite of a count (L120), a fill rate (L121) or a missing end mark (L126), with the reason; asks for two signatures.")
        private Map<String, String> accepted = Map.of();

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            PrintWriter err = spec.commandLine().getErr();
            if (list != null && Card.of(list) == null) {
                err.println("parley: No list is called `%s`. Known: %s."
                        .formatted(list, String.join(", ", Card.all().keySet())));
                return ExitCode.WRONG_USE;
            }
            try (var waiting = new Waiting(err)) {
                waiting.doing("reading " + files.getFirst().getFileName());
                return switch (common.register().stage(files, list, common.by(), accepted)) {
                    case Staged.Refused(var outcome) -> {
                        ListsText.findings(out, outcome.reading().findings());
                        out.println();
                        out.println("Refused: nothing of it is used, the register is as it was.");
                        yield ExitCode.FINDINGS;
                    }
                    case Staged.Unchanged(var outcome, var live) -> {
                        ListsText.findings(out, outcome.reading().findings());
                        out.println("%s: unchanged since import %d.".formatted(live.list(), live.number()));
                        yield ExitCode.FINE;
                    }
                    case Staged.Preview preview -> {
                        ListsText.preview(out, preview);
                        yield ExitCode.FINE;
                    }
                };
            }
        }
    }

    /** {@code parley lists sign}. */
    @Command(
            name = "sign",
            description = "Signs an import: from now on it is the state in force.",
            mixinStandardHelpOptions = true)
    static final class Sign implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Mixin
        @SuppressWarnings("NullAway.Init")
        private Common common;

        @Parameters(paramLabel = "N", description = "The import.")
        private int number;

        @Override
        public Integer call() throws IOException {
            Answer answer = common.register().sign(number, common.by());
            return answer(
                    spec,
                    answer,
                    done -> done.live()
                            ? "Import %d of %s is in force, signed by %s."
                                    .formatted(number, done.entry().list(), common.by())
                            : "Signed by %s; import %d needs a second person.".formatted(common.by(), number));
        }
    }

    /** {@code parley lists rollback}. */
    @Command(
            name = "rollback",
            description = "Brings back the state before an import, as a new version; nothing is deleted.",
            mixinStandardHelpOptions = true)
    static final class Rollback implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Mixin
        @SuppressWarnings("NullAway.Init")
        private Common common;

        @Parameters(paramLabel = "N", description = "The import to take back.")
        private int number;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in a sentence.")
        @SuppressWarnings("NullAway.Init")
        private String reason;

        @Override
        public Integer call() throws IOException {
            Answer answer = common.register().rollback(number, common.by(), reason);
            return answer(
                    spec,
                    answer,
                    done -> "%s is back at import %d."
                            .formatted(done.entry().list(), done.entry().of()));
        }
    }

    private interface Sentence {
        String of(Answer.Done done);
    }

    private static int answer(CommandSpec spec, Answer answer, Sentence sentence) {
        return switch (answer) {
            case Answer.Done done -> {
                spec.commandLine().getOut().println(sentence.of(done));
                yield ExitCode.FINE;
            }
            case Answer.Not(var why, var fix) -> {
                spec.commandLine().getErr().println("parley: %s%n  fix: %s".formatted(why, fix));
                yield ExitCode.FINDINGS;
            }
        };
    }

    /** {@code parley lists status}. */
    @Command(
            name = "status",
            description = "Every list: its state in force, how old it is, what waits.",
            mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Mixin
        @SuppressWarnings("NullAway.Init")
        private Common common;

        @Option(names = "--on", paramLabel = "DAY", description = "The day from which age is counted (default: today).")
        private @Nullable LocalDate on;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            Register register = common.register();
            LocalDate today = on == null ? LocalDate.ofInstant(Instant.now(), java.time.ZoneOffset.UTC) : on;
            boolean stale = false;
            int known = 0;
            for (Card card : Card.all().values()) {
                Entry live = register.live(card.id());
                if (live == null) {
                    continue;
                }
                known++;
                long age = ChronoUnit.DAYS.between(LocalDate.parse(Register.day(live)), today);
                boolean old = age > card.staleAfterDays();
                stale |= old;
                out.println("%-11s import %d  %s %s  %d days old%s  %s"
                        .formatted(
                                card.id(),
                                live.number(),
                                live.day() == null ? "imported" : "content",
                                Register.day(live),
                                age,
                                old ? " (stale: more than %d)".formatted(card.staleAfterDays()) : "",
                                ListsText.counts(live.counts())));
            }
            if (known == 0) {
                out.println("No list is in force. Import a file with `parley lists import`, then sign it.");
            }
            register.waiting()
                    .forEach((entry, signers) -> out.println("%-11s import %d  waits for %s  content %s  %s"
                            .formatted(
                                    entry.list(),
                                    entry.number(),
                                    entry.needsTwo()
                                            ? signers.isEmpty() ? "two signatures" : "a second signature"
                                            : "a signature",
                                    Register.day(entry),
                                    ListsText.counts(entry.counts()))));
            return stale ? ExitCode.FINDINGS : ExitCode.FINE;
        }
    }

    /** {@code parley lists show}. */
    @Command(
            name = "show",
            description = "A record with its history, and where each state was read.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Mixin
        @SuppressWarnings("NullAway.Init")
        private Common common;

        @Parameters(index = "0", paramLabel = "LIST")
        @SuppressWarnings("NullAway.Init")
        private String list;

        @Parameters(
                index = "1",
                paramLabel = "RECORD",
                description = "The id of the record, as the publisher gives it.")
        @SuppressWarnings("NullAway.Init")
        private String record;

        @Override
        public Integer call() throws IOException {
            Map<Entry, @Nullable Listing> history = common.register().recordHistory(list, record);
            if (history.values().stream().allMatch(java.util.Objects::isNull)) {
                spec.commandLine()
                        .getErr()
                        .println(
                                "parley: No state of `%s` in force has a record `%s`.%n  fix: `parley lists status` names the lists"
                                        .formatted(list, record));
                return ExitCode.FINDINGS;
            }
            ListsText.history(spec.commandLine().getOut(), history);
            return ExitCode.FINE;
        }
    }

    /** {@code parley lists diff}. */
    @Command(
            name = "diff",
            description = "What changed on a list between two days, in words.",
            mixinStandardHelpOptions = true)
    static final class Diff implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Mixin
        @SuppressWarnings("NullAway.Init")
        private Common common;

        @Parameters(index = "0", paramLabel = "LIST")
        @SuppressWarnings("NullAway.Init")
        private String list;

        @Parameters(index = "1", paramLabel = "DATE1")
        @SuppressWarnings("NullAway.Init")
        private String first;

        @Parameters(index = "2", paramLabel = "DATE2")
        @SuppressWarnings("NullAway.Init")
        private String second;

        @Option(names = "--known", paramLabel = "MOMENT", description = "As known at this moment (default: now).")
        private @Nullable Instant known;

        @Override
        public Integer call() throws IOException {
            PrintWriter err = spec.commandLine().getErr();
            Register register = common.register();
            Instant at = known == null ? Instant.MAX : known;
            for (String day : List.of(first, second)) {
                try {
                    LocalDate.parse(day);
                } catch (DateTimeParseException e) {
                    err.println("parley: `%s` is no day.%n  fix: write it like 2026-03-27".formatted(day));
                    return ExitCode.WRONG_USE;
                }
            }
            Entry before = register.asOf(list, first, at);
            Entry after = register.asOf(list, second, at);
            if (before == null || after == null) {
                err.println(
                        "parley: No state of `%s` with content of %s or before is in force.%n  fix: import and sign an older file"
                                .formatted(list, before == null ? first : second));
                return ExitCode.FINDINGS;
            }
            spec.commandLine()
                    .getOut()
                    .println("%s: import %d (content %s) to import %d (content %s)"
                            .formatted(
                                    list, before.number(), Register.day(before), after.number(), Register.day(after)));
            ListsText.difference(
                    spec.commandLine().getOut(),
                    Difference.between(register.listings(before), register.listings(after)),
                    Integer.MAX_VALUE);
            return ExitCode.FINE;
        }
    }

    /** {@code parley lists fsck}. */
    @Command(name = "fsck", description = "Checks the hashes of the register.", mixinStandardHelpOptions = true)
    static final class Fsck implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Mixin
        @SuppressWarnings("NullAway.Init")
        private Common common;

        @Override
        public Integer call() throws IOException {
            List<String> damage = common.register().fsck();
            PrintWriter out = spec.commandLine().getOut();
            damage.forEach(out::println);
            if (damage.isEmpty()) {
                out.println("Every file, every state and every line of the journal is as it was written.");
            }
            return damage.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
        }
    }
}
