package parley.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.language.CaseText;
import parley.language.Checked;
import parley.roadmap.Case;
import parley.standing.Rehearsal;
import parley.text.Source;

/** Writes a staged story as text, with what it tells as expectations, and rehearses the text: another way to the answer. */
final class Rehearsed {
    private static final String TITLE = "A staged story";

    private Rehearsed() {}

    /** Returns what is wrong with the text of a story or does not come true in it; empty if all is well. */
    static List<String> wrong(List<Source> texts, Staged staged) {
        List<Source> all = new ArrayList<>(texts);
        all.add(new Source("zz-staged.parley", text(staged)));
        Checked checked = CaseText.read(all);
        Case theCase = checked.theCase();
        List<String> wrong = new ArrayList<>();
        if (theCase == null || checked.hasErrors()) {
            wrong.add(checked.diagnostics() + "\n" + text(staged));
            return wrong;
        }
        for (Rehearsal.Outcome o : Rehearsal.of(theCase).outcomes()) {
            if (o.scenario().title().equals(TITLE)) {
                o.failures().forEach(f -> wrong.add(f.found()));
                if (o.expectations() == 0) {
                    wrong.add("the story expects nothing");
                }
            }
        }
        return wrong;
    }

    /** Puts each expectation behind the last line of its day: an expectation is asked on the last day told so far. */
    private static String text(Staged staged) {
        List<String> lines = new ArrayList<>(staged.scenario(TITLE).lines().toList());
        String head = lines.removeFirst();
        for (Happening h : staged.happenings().stream()
                .sorted(Comparator.comparing(Happening::on))
                .toList()) {
            String expect = expectation(h);
            if (expect != null) {
                int place = 0;
                while (place < lines.size() && !day(lines.get(place)).isAfter(h.on())) {
                    place++;
                }
                lines.add(place, "  on %s nobody decides%n  expect %s".formatted(h.on(), expect));
            }
        }
        return head + "\n" + String.join("\n", lines) + "\n";
    }

    private static LocalDate day(String line) {
        return LocalDate.parse(line.strip().substring("on ".length(), "on 2026-01-01".length()));
    }

    private static @Nullable String expectation(Happening h) {
        return switch (h) {
            case Happening.Met m -> "%s met on %s".formatted(m.concession(), m.on());
            case Happening.Verified v -> "%s verified on %s".formatted(v.concession(), v.on());
            case Happening.Broken b -> "%s broken on %s".formatted(b.concession(), b.on());
            case Happening.Acts _,
                    Happening.Decides _,
                    Happening.Disputes _,
                    Happening.Consults _,
                    Happening.Leaves _,
                    Happening.Occurs _,
                    Happening.Reads _,
                    Happening.Passes _ -> null;
        };
    }
}
