package parley.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Event;
import parley.roadmap.Indicator;
import parley.roadmap.Length;
import parley.roadmap.Secrecy;

/** Reads what is observed. */
final class RecordParser {
    private RecordParser() {}

    private static final class Parts {
        Indicator.@Nullable Kind kind;
        String unit = "";
        Length.@Nullable Unit per;
        String series = "";

        @Nullable
        Length updated;

        @Nullable
        Integer staleDays;

        boolean silence;
        Indicator.@Nullable Counts counts;
        final List<Indicator.Companion> companions = new ArrayList<>();

        @Nullable
        LocalDate watchedFrom;
    }

    static Indicator indicator(Block block) {
        Block.Head head = block.headOf("an indicator");
        var p = new Parts();
        Secrecy label = block.clauses(c -> indicatorClause(c, p));
        if (p.kind == null) {
            block.problems()
                    .add(
                            Code.R016,
                            "the indicator `%s` is neither a stock nor a flow"
                                    .formatted(head.name().id()),
                            head.at());
        }
        return new Indicator(
                head.name().id(),
                head.title(),
                p.kind == null ? Indicator.Kind.STOCK : p.kind,
                p.unit,
                p.per,
                p.series.isEmpty() ? head.name().id().replace('-', '_') : p.series,
                p.updated,
                p.staleDays,
                p.silence,
                p.counts,
                p.companions,
                label == null ? head.secrecy() : label,
                head.at());
    }

    private static void indicatorClause(Cursor c, Parts p) {
        if (c.take("stock in")) {
            p.kind = Indicator.Kind.STOCK;
            p.unit = words(c);
        } else if (c.take("flow in")) {
            p.kind = Indicator.Kind.FLOW;
            p.unit = words(c);
            if (c.takeAny("a", "per")) {
                p.per = c.unit();
            }
        } else if (c.take("from facts") || c.take("from")) {
            p.series = c.token().text();
        } else if (c.take("updated")) {
            p.updated = rhythm(c);
        } else if (c.take("stale after")) {
            p.staleDays = c.length().mostDays();
        } else if (c.take("silence means none")) {
            p.silence = true;
        } else if (c.take("counts")) {
            counts(c, p);
        } else {
            throw c.expected(
                    "a clause of an indicator (stock in, flow in, from facts, updated, stale after, silence means none, counts)");
        }
    }

    private static String words(Cursor c) {
        List<String> words = new ArrayList<>();
        while (c.sees(Token.Kind.WORD) && !c.sees("a") && !c.sees("per")) {
            words.add(c.token().text());
        }
        if (words.isEmpty()) {
            throw c.expected("a unit, for example people");
        }
        return String.join(" ", words);
    }

    private static @Nullable Length rhythm(Cursor c) {
        if (c.take("as it happens")) {
            return null;
        }
        if (c.take("daily")) {
            return new Length(1, Length.Unit.DAYS);
        }
        if (c.take("weekly")) {
            return new Length(1, Length.Unit.WEEKS);
        }
        if (c.take("monthly")) {
            return new Length(1, Length.Unit.MONTHS);
        }
        if (c.take("quarterly")) {
            return new Length(3, Length.Unit.MONTHS);
        }
        if (c.take("yearly")) {
            return new Length(1, Length.Unit.YEARS);
        }
        throw c.expected("daily, weekly, monthly, quarterly, yearly or as it happens");
    }

    private static void counts(Cursor c, Parts p) {
        for (Indicator.Counts counts : Indicator.Counts.values()) {
            if (c.take(counts.word())) {
                p.counts = counts;
                break;
            }
        }
        if (p.counts == null) {
            throw c.expected("prisoners, releases, expulsions, arrests or rearrests");
        }
        if (c.take("with")) {
            do {
                p.companions.add(companion(c));
            } while (c.take(","));
        }
    }

    private static Indicator.Companion companion(Cursor c) {
        String word = c.name("stay, documents or consent").id();
        for (Indicator.Companion companion : Indicator.Companion.values()) {
            if (companion.word().equals(word.toLowerCase(Locale.ROOT))) {
                return companion;
            }
        }
        throw c.expected("stay, documents or consent");
    }

    static Event event(Block block) {
        Block.Head head = block.headOf("an event");
        var p = new Parts();
        Secrecy label = block.clauses(c -> {
            if (c.takeAny("from facts", "from")) {
                p.series = c.name("a series of the facts").id();
            } else if (c.take("watched from")) {
                p.watchedFrom = c.date();
            } else {
                throw c.expected("a clause of an event (from, watched from)");
            }
        });
        return new Event(
                head.name().id(),
                head.title(),
                p.series.isEmpty() ? head.name().id().replace('-', '_') : p.series,
                p.watchedFrom,
                label == null ? head.secrecy() : label,
                head.at());
    }
}
