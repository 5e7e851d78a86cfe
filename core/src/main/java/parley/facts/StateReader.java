package parley.facts;

import java.time.LocalDate;
import parley.roadmap.Condition;

/** Answers what rows alone cannot: it marks the edge to the standing of the roadmap. */
public interface StateReader {
    /** Answers {@code all-free verified} and the like. */
    Answer inState(Condition.InState condition, LocalDate day, LocalDate since);

    /** Answers {@code relief at most 2}. */
    Answer amount(Condition.Amount condition, LocalDate day, LocalDate since);

    /** Answers {@code owed by eu}. */
    Answer owed(Condition.Owed condition, LocalDate day, LocalDate since);

    /** Answers {@code C by 2027-12-31}. */
    Answer by(Condition.By condition, LocalDate day, LocalDate since);
}
