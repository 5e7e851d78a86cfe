package parley.app.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.app.copies.ReadingCopies;
import parley.app.copies.Touched;
import parley.app.record.Label;
import parley.app.web.Refused;
import parley.copy.Copies;
import parley.copy.Copy;
import parley.copy.Reader;
import parley.language.CaseText;
import parley.roadmap.Case;
import parley.roadmap.Partner;
import parley.roadmap.Reaction;
import parley.roadmap.Ref;
import parley.text.Source;

/**
 * Whom a new text binds, so that each of them has to sign. A partner is bound by what its own desk can read: nobody signs
 * what it may not see, and nobody learns by being asked that something changes elsewhere.
 */
final class Binding {
    private final Case before;
    private final Case after;

    private Binding(Case before, Case after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Returns the partners that have to sign.
     *
     * @param held the labels that somebody holds: each needs a copy of the new text
     * @throws Refused if somebody would be bound who cannot sign, or would have no copy
     */
    static List<String> of(Case before, Case after, List<Label> held) {
        var binding = new Binding(before, after);
        binding.requireCopies(held);
        binding.requireJoinedFirst();
        return binding.partners();
    }

    private List<String> partners() {
        List<String> named = Touched.named(before, after);
        List<String> bound = new ArrayList<>();
        for (String partner : Touched.partners(before, after)) {
            boolean shown = shows(partner, Label.Level.PARTNERS) || shows(partner, Label.Level.CORE);
            if (shown) {
                bound.add(partner);
            } else if (named.contains(partner)) {
                throw new Refused(
                        "What changes for `%s` stands in clauses that its desk may not read, so it could not sign them. Open these clauses to it first."
                                .formatted(partner));
            }
        }
        return bound;
    }

    private boolean shows(String partner, Label.Level level) {
        var label = new Label(level, List.of(partner));
        return Touched.partners(copy(before, label), copy(after, label)).contains(partner);
    }

    private static @Nullable Case copy(Case whole, Label label) {
        var files = ReadingCopies.copy(whole, label);
        return files == null
                ? null
                : CaseText.read(files.entrySet().stream()
                                .map(f -> new Source(f.getKey(), f.getValue()))
                                .toList())
                        .theCase();
    }

    private void requireCopies(List<Label> held) {
        for (Label label : held) {
            if (label.level() != Label.Level.WHOLE
                    && ReadingCopies.copy(before, label) != null
                    && Copies.of(after, new Reader(label.words(), label.secrecy()), LocalDate.EPOCH)
                            instanceof Copy.Refused(var reasons, var _)) {
                throw new Refused("Who reads `%s` could get no copy of this text: %s."
                        .formatted(label.words(), reasons.getFirst().what()));
            }
        }
    }

    /** A partner that joins has no desk yet and can sign nothing, so it may owe nothing yet. */
    private void requireJoinedFirst() {
        List<String> known = before.partners().stream().map(Partner::id).toList();
        List<String> joining = after.partners().stream()
                .map(Partner::id)
                .filter(p -> !known.contains(p))
                .toList();
        after.steps().stream()
                .flatMap(s -> s.branches().stream())
                .flatMap(b -> b.reactions().stream())
                .map(Reaction::actors)
                .flatMap(List::stream)
                .map(Ref::id)
                .filter(joining::contains)
                .findFirst()
                .ifPresent(p -> {
                    throw new Refused(
                            "`%s` joins with this text and owes something in it, and nobody could sign for it. Let it join in a version of its own, give somebody its desk, and propose what it owes after that."
                                    .formatted(p));
                });
    }
}
