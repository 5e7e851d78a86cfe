package parley.facts;

import java.util.List;

/**
 * What the record says of a condition on a day.
 *
 * @param reasons short sentences without full stop, with figures and dates
 * @param factIds the rows it rests on, each once
 */
public record Answer(Truth truth, List<String> reasons, List<String> factIds) {
    public Answer {
        reasons = List.copyOf(reasons);
        factIds = List.copyOf(factIds);
    }

    public static Answer of(Truth truth, String reason) {
        return new Answer(truth, List.of(reason), List.of());
    }

    public Answer not() {
        return new Answer(truth.not(), reasons, factIds);
    }
}
