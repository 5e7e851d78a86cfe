package parley.identity.match;

import java.util.List;
import parley.identity.Subject;
import parley.identity.evidence.Evidence;
import parley.identity.evidence.Fact;
import parley.identity.name.Names;
import parley.identity.name.PreparedName;
import parley.identity.score.NameExplanation;
import parley.identity.score.NameScore;
import parley.identity.score.Scratch;

/** Compares records. One a thread: it owns the work space of its comparisons. */
public final class Matcher {
    private final Thresholds thresholds;
    private final Scratch scratch = new Scratch();

    public Matcher(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Compares two records. Where both kinds are open, the words of either decide how both are read. */
    public Match compare(Subject a, Subject b) {
        PreparedName.Form form = form(a, b);
        return compare(PreparedSubject.of(a, form), PreparedSubject.of(b, form));
    }

    private static PreparedName.Form form(Subject a, Subject b) {
        if (a.kind() == b.kind() && a.kind() == Subject.Kind.OTHER) {
            PreparedName.Form first = Names.form(a.kind(), a.names());
            return first == PreparedName.Form.ORGANISATION ? first : Names.form(b.kind(), b.names());
        }
        Subject known = a.kind() == Subject.Kind.OTHER ? b : a;
        return Names.form(known.kind(), known.names());
    }

    /** Compares two records whose names were read in the same form. */
    public Match compare(PreparedSubject a, PreparedSubject b) {
        float best = -1;
        PreparedName bestA = a.names().getFirst();
        PreparedName bestB = b.names().getFirst();
        for (PreparedName one : a.names()) {
            for (PreparedName other : b.names()) {
                float here = NameScore.of(one, other, scratch);
                // Of equal scores a strong name tells more than a weak one.
                if (here > best || here == best && isWeak(bestA, bestB) && !isWeak(one, other)) {
                    best = here;
                    bestA = one;
                    bestB = other;
                }
            }
        }
        List<Fact> facts = Evidence.compare(a.subject(), b.subject());
        return Match.of(
                NameExplanation.of(bestA, bestB, scratch), Math.max(best, 0), facts, isWeak(bestA, bestB), thresholds);
    }

    /** Returns the best name score alone, the fast way. */
    public float name(PreparedSubject a, PreparedSubject b) {
        float best = 0;
        for (PreparedName one : a.names()) {
            for (PreparedName other : b.names()) {
                best = Math.max(best, NameScore.of(one, other, scratch));
            }
        }
        return best;
    }

    private static boolean isWeak(PreparedName a, PreparedName b) {
        boolean single = a.form() == PreparedName.Form.PERSON
                && Math.min(a.words(), b.words()) == 1
                && Math.max(a.words(), b.words()) > 1;
        return a.weak() || b.weak() || single;
    }
}
