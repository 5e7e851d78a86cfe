package parley.copy;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Partner;
import parley.roadmap.Secrecy;

/** Whoever a copy is for: all, the counterpart, all partners alike, or one partner with its compartments. */
public record Reader(String name, Secrecy may) {

    /** Returns the reader of that name, or {@code null} if the case has none: a level, the counterpart or a partner of the case. */
    public static @Nullable Reader named(String name, Case theCase) {
        for (Secrecy.Level level : List.of(Secrecy.Level.PUBLIC, Secrecy.Level.COUNTERPART, Secrecy.Level.PARTNERS)) {
            boolean itself =
                    level == Secrecy.Level.COUNTERPART && theCase.counterpart().equals(name);
            if (itself || level.word().equals(name.toLowerCase(Locale.ROOT))) {
                return new Reader(level.word(), new Secrecy(level, List.of()));
            }
        }
        for (Partner p : theCase.partners()) {
            if (p.id().equals(name)) {
                return new Reader(name, new Secrecy(Secrecy.Level.PARTNERS, List.of(name)));
            }
        }
        return null;
    }

    /** Says whether a clause of this label is for the reader. */
    public boolean reads(Secrecy label) {
        return may.mayReferTo(label);
    }
}
