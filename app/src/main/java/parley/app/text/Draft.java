package parley.app.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import parley.app.copies.ReadingCopies;
import parley.app.web.Refused;
import parley.language.CaseText;
import parley.text.Diagnostic;
import parley.text.DiagnosticText;
import parley.text.Edit;
import parley.text.Severity;
import parley.text.Source;

/**
 * A text while it is being edited. The page carries it, the server keeps nothing of it: the files that differ from the
 * version it was made from, and the one that is looked at.
 *
 * @param files all files; one that is emptied stays here and leaves the text when it is proposed
 */
public record Draft(ReadingCopies.Version base, Map<String, String> files, String open) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}\\.(parley|md)");
    private static final int MOST_FILES = 200;

    public Draft {
        files = new TreeMap<>(files);
    }

    /** Begins with a version as it is. */
    static Draft of(ReadingCopies.Version base, String open) {
        return new Draft(base, base.files(), "").opened(open);
    }

    /** Returns the same with one file changed. */
    Draft with(String file, String text) {
        if (!files.containsKey(file) && !NAME.matcher(file).matches()) {
            throw new Refused(
                    "`%s` cannot be the name of a file. Use small letters, digits and hyphens, and end it with .parley."
                            .formatted(file));
        }
        Map<String, String> changed = new TreeMap<>(files);
        String mine = text.replace("\r\n", "\n").replace('\r', '\n');
        String before = base.files().get(file);
        // A browser sends its own line ends; a file nobody touched stays as it is to the byte.
        changed.put(file, before != null && lines(before).equals(mine) ? before : mine);
        if (changed.size() > MOST_FILES) {
            throw new Refused("A text has at most %d files.".formatted(MOST_FILES));
        }
        return new Draft(base, changed, open);
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Returns the same, looking at another file; at the first if there is none of that name. */
    Draft opened(String file) {
        String name = files.containsKey(file) ? file : files.keySet().iterator().next();
        return new Draft(base, files, name);
    }

    /** Returns the files that are not as in the version the draft was made from, without the one looked at. */
    public Map<String, String> carried() {
        Map<String, String> carried = new TreeMap<>(files);
        carried.remove(open);
        carried.entrySet().removeIf(f -> f.getValue().equals(base.files().get(f.getKey())));
        return carried;
    }

    /** Says whether a file differs from the version the draft was made from. */
    public boolean isChanged(String file) {
        return !files.getOrDefault(file, "").equals(base.files().get(file));
    }

    /** Returns what would be in force: files with nothing in them are left out. */
    Map<String, String> text() {
        Map<String, String> text = new TreeMap<>(files);
        text.values().removeIf(String::isBlank);
        return text;
    }

    /**
     * Something found in the draft.
     *
     * @param heading what is wrong
     * @param snippet where, with the line
     * @param advice why it matters and how to mend it
     */
    public record Finding(
            boolean error, String heading, String snippet, List<String> advice, String file, List<Mend> mends) {

        /** Takes the lines of {@code parley check} apart, so that a narrow page can break the long ones. */
        static Finding of(Diagnostic d, Map<String, Source> sources, String file, List<Mend> mends) {
            List<String> lines =
                    DiagnosticText.render(d, sources, false).lines().toList();
            List<String> advice =
                    lines.stream().skip(1).filter(Finding::isAdvice).toList();
            String snippet = String.join(
                    "\n", lines.stream().skip(1).filter(l -> !isAdvice(l)).toList());
            return new Finding(d.severity() == Severity.ERROR, lines.getFirst(), snippet, advice, file, mends);
        }

        private static boolean isAdvice(String line) {
            return line.startsWith("why: ") || line.startsWith("fix: ");
        }
    }

    /** A fix that can be carried out by itself; {@code value} names it. */
    public record Mend(String value, String says) {}

    private List<Diagnostic> diagnostics() {
        return CaseText.read(sources()).diagnostics();
    }

    private List<Source> sources() {
        return text().entrySet().stream()
                .map(f -> new Source(f.getKey(), f.getValue()))
                .toList();
    }

    /** Returns what a check finds, in the words of {@code parley check}. */
    List<Finding> findings() {
        Map<String, Source> sources = new HashMap<>();
        sources().forEach(s -> sources.put(s.name(), s));
        List<Diagnostic> all = diagnostics();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Diagnostic d = all.get(i);
            List<Mend> mends = new ArrayList<>();
            for (int j = 0; j < d.fixes().size(); j++) {
                if (!d.fixes().get(j).edits().isEmpty()) {
                    mends.add(new Mend(i + "." + j, d.fixes().get(j).say()));
                }
            }
            findings.add(Finding.of(d, sources, files.containsKey(d.at().file()) ? d.at().file() : "", mends));
        }
        return findings;
    }

    /** Carries out a fix of what a check of this very draft finds. */
    Draft mended(String value) {
        String[] numbers = value.split("\\.", -1);
        try {
            var fix = diagnostics().get(Integer.parseInt(numbers[0])).fixes().get(Integer.parseInt(numbers[1]));
            Draft mended = this;
            List<Edit> edits = fix.edits().stream()
                    .sorted(Comparator.comparing(Edit::at).reversed())
                    .toList();
            for (Edit e : edits) {
                String text = mended.files().getOrDefault(e.at().file(), "");
                mended = mended.with(
                                e.at().file(),
                                text.substring(0, e.at().start()) + e.replacement() + text.substring(e.at().end()))
                        .opened(e.at().file());
            }
            return mended;
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new Refused("The text has changed since this fix was offered. Check it again.");
        }
    }
}
