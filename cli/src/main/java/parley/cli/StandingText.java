package parley.cli;

import java.util.List;
import java.util.function.Function;
import parley.standing.Standing;

/** A standing as lines for a terminal. */
final class StandingText {
    private StandingText() {}

    static String of(Standing s) {
        var out = new StringBuilder();
        out.append("As of %s, from what was known on %s%n".formatted(s.asOf(), s.knownAt()));
        section(out, "Phases", s.phases(), p -> "%-24s %-10s since %s".formatted(p.phase(), p.state(), p.since()));
        section(out, "Concessions", s.concessions(), StandingText::concession);
        section(
                out,
                "Duties",
                s.duties(),
                d -> "%s owes %s of %s by %s: %s"
                        .formatted(
                                d.partner(),
                                d.what(),
                                d.thing(),
                                d.due(),
                                d.state().name().toLowerCase(java.util.Locale.ROOT)));
        section(out, "Decisions", s.decisions(), StandingText::decision);
        section(
                out,
                "Replies",
                s.replies(),
                r -> "%s: %s %s on %s, %s after %s"
                        .formatted(
                                r.concession(),
                                r.partner(),
                                r.act().did(r.measure()),
                                r.on(),
                                CheckedFolder.counted(r.days(), "day"),
                                r.deed()));
        section(out, "Measures", s.measures(), StandingText::measure);
        section(
                out,
                "Findings",
                s.findings(),
                f -> "%s %s: %s".formatted(f.on(), f.kind().word(), f.says()));
        return out.toString();
    }

    private static <T> void section(StringBuilder out, String title, List<T> rows, Function<T, String> words) {
        out.append("%n%s%n".formatted(title));
        if (rows.isEmpty()) {
            out.append("  none%n".formatted());
        }
        rows.forEach(r -> out.append("  ").append(words.apply(r)).append(System.lineSeparator()));
    }

    private static String concession(Standing.ConcessionState c) {
        String disputed = c.disputed() ? ", disputed" : "";
        return "%-24s %-12s since %s%s: %s"
                .formatted(
                        c.concession(),
                        c.state().word(),
                        c.since(),
                        disputed,
                        c.settled()
                                ? c.because().says()
                                : String.join("; ", c.holds().reasons()));
    }

    private static String decision(Standing.Decision d) {
        Standing.Next next = d.next();
        String then = next == null ? "" : ", %s %s".formatted(next.what(), next.on());
        return "%-12s %-12s of %-28s %-12s since %s%s"
                .formatted(d.partner(), d.what(), d.thing(), d.state().word(), d.since(), then);
    }

    private static String measure(Standing.MeasureLine m) {
        Standing.Next next = m.next();
        String then = next == null ? "" : ", %s on %s".formatted(next.what(), next.on());
        return "%-28s %-10s since %s%s".formatted(m.measure(), m.state().word(), m.since(), then);
    }
}
