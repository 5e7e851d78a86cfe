package parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.language.CaseText;
import parley.language.Checked;
import parley.roadmap.Case;
import parley.text.Source;

/**
 * Conditions at random, each met and broken once: whatever they are, staging answers; where it says that the story comes
 * true, the text of the story says so too; and most of them do come true.
 */
class RandomConditionsTest {
    private static final long SEED = 20261125;
    private static final int CASES = 150;

    /** The others ask for what cannot be: three attacks within 30 days, and that none is seen for 40. */
    private static final double MOST_PERCENT = 75;

    private static final String TEXT = """
            case random "Random"
              counterpart regime "Regime"
              runs from 2026-01-01 to 2028-12-31
              grid 10 days
              facts in "facts/"

            partner eu "Union"
              decides by executive act, takes 1 to 20 days, typically 5
              if undecided, nothing changes
            verifier viasna "Viasna"

            indicator held "Held"
              stock in people, from facts held, updated monthly, stale after 45 days
            indicator sites "Sites"
              stock in sites, from facts sites, updated quarterly, stale after 120 days
            indicator arrests "Arrests"
              flow in people a month, from facts arrests, updated monthly, stale after 45 days
            indicator freed "Freed"
              flow in people a month, from facts freed, updated as it happens
              silence means none
            event attack "Attack"
              watched from 2024-01-01
            event visit "Visit"

            measure ban "Ban"
              of eu, imposed 2020-01-01, by "Act"
              hits revenue

            concession good "Good"
              met when MET
              broken when BROKEN
              verified by viasna within 30 days
              reversible
              track human-rights

            phase one "One", first
              goal "Good"
            step swap "Swap", in one
              when good verified
                eu suspends ban, within 30 days, for 6 months, then it returns
              when good broken
                every partner restores what this step eased, within 20 days
              when nothing by 2026-12-01
                eu reviews this step, within 30 days
            """;

    private final Random random = new Random(SEED);

    private int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    private String oneOf(String... words) {
        return words[random.nextInt(words.length)];
    }

    private String leaf() {
        String compared = oneOf("at most ", "at least ", "above ", "below ") + upTo(40);
        return switch (random.nextInt(9)) {
            case 0 -> oneOf("held ", "sites ") + compared;
            case 1 -> oneOf("held ", "sites ") + compared + " for " + 10 * upTo(9) + " days";
            case 2 -> "arrests " + compared + " a month for " + upTo(4) + " months";
            case 3 -> oneOf("freed", "arrests") + " totals " + compared + " within " + 10 * upTo(12) + " days";
            case 4 -> "no " + oneOf("attack", "visit") + " for " + 10 * upTo(12) + " days";
            case 5 -> "any " + oneOf("attack", "visit") + " within " + 10 * upTo(9) + " days";
            case 6 -> "at least " + upTo(4) + " " + oneOf("attack", "visit") + " within " + 10 * upTo(9) + " days";
            case 7 -> "held " + oneOf("falls", "rises") + " by " + 10 * upTo(5) + " within " + upTo(6) + " months";
            default -> "not " + oneOf("held ", "sites ") + compared;
        };
    }

    private String condition(int depth) {
        return switch (random.nextInt(depth == 0 ? 1 : 4)) {
            case 1 -> condition(depth - 1) + " and " + leaf();
            case 2 -> condition(depth - 1) + " or " + leaf();
            case 3 -> "not (" + condition(depth - 1) + ")";
            default -> leaf();
        };
    }

    @Test
    void a_story_of_any_condition_comes_true_or_says_what_does_not() {
        int staged = 0;
        int tried = 0;
        List<String> missed = new ArrayList<>();
        while (tried < CASES) {
            String text = TEXT.replace("MET", condition(2)).replace("BROKEN", condition(1));
            List<Source> texts = List.of(new Source("a.parley", text));
            Checked checked = CaseText.read(texts);
            Case theCase = checked.theCase();
            if (theCase == null || checked.hasErrors()) {
                continue; // a condition that no day can make true is found by the checker
            }
            tried++;
            LocalDate met = LocalDate.of(2026, 7, 1).plusDays(random.nextInt(60));
            List<Happening> story = List.of(
                    new Happening.Met(met, "good"),
                    new Happening.Verified(met.plusDays(upTo(20)), "good"),
                    new Happening.Broken(met.plusDays(200L + upTo(60)), "good"));
            Staged answer = Staging.stage(theCase, story, LocalDate.of(2027, 12, 31), 31);
            String seen = "seed %d, case %d:%n%s%n%s%n%s"
                    .formatted(
                            SEED,
                            tried,
                            text.substring(text.indexOf("met when"), text.indexOf("verified by")),
                            answer.scenario("S"),
                            answer.misses());
            if (answer.replays()) {
                staged++;
                assertThat(Rehearsed.wrong(texts, answer)).as(seen).isEmpty();
            } else {
                missed.add(seen);
            }
        }
        assertThat(100.0 * staged / tried).as(String.join("\n", missed)).isGreaterThan(MOST_PERCENT);
    }
}
