package parley.roadmap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.text.Span;

/**
 * A number that is observed.
 *
 * @param unit what is counted, for example {@code people}
 * @param per for a flow the period of one reading, for example a month; {@code null} for a stock
 * @param series the name of the series in the facts
 * @param updated how often a reading appears, or {@code null} if as it happens
 * @param staleDays the age in days after which the last reading says nothing; {@code null} if the text gives none
 * @param silenceMeansNone a day without a row counts as zero instead of unknown
 * @param counts what the number stands for in the eyes of the warnings
 * @param companions for releases: what each person counted has kept
 */
public record Indicator(
        String id,
        String title,
        Kind kind,
        String unit,
        Length.@Nullable Unit per,
        String series,
        @Nullable Length updated,
        @Nullable Integer staleDays,
        boolean silenceMeansNone,
        @Nullable Counts counts,
        List<Companion> companions,
        Secrecy secrecy,
        Span at)
        implements Declaration {
    public Indicator {
        companions = companions.stream().sorted().distinct().toList();
    }

    /** A level at a day, or what happened in a period. */
    public enum Kind {
        STOCK,
        FLOW
    }

    /** What a number stands for. */
    public enum Counts {
        PRISONERS("prisoners"),
        RELEASES("releases"),
        EXPULSIONS("expulsions"),
        ARRESTS("arrests"),
        REARRESTS("rearrests");

        private final String word;

        Counts(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What makes a release a release. */
    public enum Companion {
        STAY("stay"),
        DOCUMENTS("documents"),
        CONSENT("consent");

        private final String word;

        Companion(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
