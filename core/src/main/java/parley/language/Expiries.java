package parley.language;

import org.jspecify.annotations.Nullable;
import parley.roadmap.Expiry;
import parley.roadmap.Length;

/** Reads how long something lasts and what follows. */
final class Expiries {
    private Expiries() {}

    /** Reads {@code for 6 months, then it returns}, {@code until revoked}, {@code until 2027-02-28}; nothing is unsaid. */
    static Expiry read(Cursor c) {
        int mark = c.mark();
        c.pause();
        if (c.take("until revoked")) {
            return new Expiry.UntilRevoked();
        }
        if (c.take("until")) {
            var day = c.date();
            return new Expiry.Until(day, then(c));
        }
        if (c.take("for")) {
            Length length = c.length();
            return new Expiry.For(length, then(c));
        }
        c.back(mark);
        return new Expiry.Unsaid();
    }

    /** Reads {@code , then it returns}; {@code null} if nothing of the kind follows. */
    static Expiry.@Nullable Default then(Cursor c) {
        int mark = c.mark();
        c.pause();
        if (!c.takeAny("then it", "then")) {
            c.back(mark);
            return null;
        }
        for (Expiry.Default d : Expiry.Default.values()) {
            if (c.take(d.word())) {
                return d;
            }
        }
        throw c.expected("returns, lapses or ends");
    }

    /** Returns the words a text would use, nothing for what the text does not say. */
    static String words(Expiry expiry) {
        return switch (expiry) {
            case Expiry.Unsaid _ -> "";
            case Expiry.UntilRevoked _ -> "until revoked";
            case Expiry.For f -> "for " + f.length().words() + words(f.then());
            case Expiry.Until u -> "until " + u.day() + words(u.then());
        };
    }

    private static String words(Expiry.@Nullable Default then) {
        return then == null ? "" : ", then it " + then.word();
    }
}
