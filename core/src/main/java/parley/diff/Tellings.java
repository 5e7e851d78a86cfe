package parley.diff;

/** Sentences about stories and duties. */
final class Tellings {
    private Tellings() {}

    static Telling story(String title) {
        return (before, after, who) -> {
            if (before == null) {
                return "There is a new story: “%s”.".formatted(title);
            }
            return after == null
                    ? "The story “%s” is gone.".formatted(title)
                    : "The story “%s” tells its lines in another order.".formatted(title);
        };
    }

    /** Tells of a duty: {@code deed} with its terms, owed {@code once} something happens. */
    static Telling duty(String actor, String deed, String terms, String once) {
        return (before, after, who) -> {
            if (before == null) {
                return "%s: now %s%s %s.".formatted(actor, deed, terms, once);
            }
            return after == null
                    ? "%s: no longer %s%s %s.".formatted(actor, deed, terms, once)
                    : "%s: now %s, no longer %s, %s.".formatted(actor, after, before, once);
        };
    }

    /** Tells of a deadline; {@code todo} is the deed as in {@code to suspend eu-overflight}. */
    static Telling deadline(String actor, String todo, String once) {
        return (before, after, who) -> {
            if (before == null) {
                return "%s: now has to %s %s, %s.".formatted(actor, todo, after, once);
            }
            if (after == null) {
                return "%s: has no deadline any more (was %s) to %s %s.".formatted(actor, before, todo, once);
            }
            boolean lengths = before.startsWith("within ") && after.startsWith("within ");
            return lengths
                    ? "%s: has %s instead of %s to %s %s."
                            .formatted(actor, after.substring(7), length(before, after), todo, once)
                    : "%s: has to %s %s instead of %s, %s.".formatted(actor, todo, after, before, once);
        };
    }

    /** Tells of the time signers have; who signs is told like any other clause. */
    static Telling signing(String concession) {
        return (before, after, who) -> {
            String start = "verified by " + who + " within ";
            return before != null && after != null && before.startsWith(start) && after.startsWith(start)
                    ? "%s: has %s instead of %s to verify %s."
                            .formatted(who, after.substring(start.length()), signed(before, after, start), concession)
                    : Telling.clause(concession).says(before, after, who);
        };
    }

    private static String signed(String before, String after, String start) {
        return Telling.was(before.substring(start.length()), after.substring(start.length()));
    }

    private static String length(String before, String after) {
        String was = Telling.was(before, after);
        return was.startsWith("within ") ? was.substring(7) : was;
    }

    /** Tells how long something lasts; {@code what} is {@code relief} where the deed eases. */
    static Telling expiry(String subject, String what, String actor, String once) {
        String by = " (%s, %s)".formatted(actor, once);
        return (before, after, who) -> {
            if (before == null) {
                return "%s: %s now lasts %s%s.".formatted(subject, what, after, by);
            }
            if (after == null) {
                return "%s: the text no longer says how long %s lasts (was %s)%s.".formatted(subject, what, before, by);
            }
            boolean lengths = before.startsWith("for ") && after.startsWith("for ");
            return lengths
                    ? "%s: %s now ends after %s%s.".formatted(subject, what, lasts(before, after), by)
                    : "%s: %s now lasts %s (was %s)%s.".formatted(subject, what, after, before, by);
        };
    }

    /** Makes {@code 12 months (was 6), then it returns}. */
    private static String lasts(String before, String after) {
        String was = Telling.was(before, after);
        String shown = was.startsWith("for ") ? was.substring(4) : was;
        int comma = after.indexOf(',');
        return comma < 0
                ? "%s (was %s)".formatted(after.substring(4), shown)
                : "%s (was %s)%s".formatted(after.substring(4, comma), shown, after.substring(comma));
    }

    /** Tells of any other term of a duty. */
    static Telling term(String actor, String todo, String once) {
        return (before, after, who) -> {
            String duty = "%s: to %s %s".formatted(actor, todo, once);
            if (before == null) {
                return "%s, now also `%s`.".formatted(duty, after);
            }
            return after == null
                    ? "%s, no longer `%s`.".formatted(duty, before)
                    : "%s, now `%s` (was `%s`).".formatted(duty, after, Telling.was(before, after));
        };
    }

    static Telling branch(String step) {
        return (before, after, who) -> {
            if (before == null) {
                return "%s: has a new branch `%s`.".formatted(step, after);
            }
            return after == null
                    ? "%s: the branch `%s` is gone.".formatted(step, before)
                    : "%s: the branch `%s` is now `%s`.".formatted(step, before, after);
        };
    }
}
