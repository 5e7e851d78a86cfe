package parley.brief;

import java.util.List;
import parley.facts.Confidence;
import parley.facts.Reading;

/**
 * What readings of a flow add up to.
 *
 * @param sure what was found in its source
 * @param unsure what is to be confirmed
 * @param unknown how many readings say that something was counted and not how many
 */
record FlowSum(double sure, double unsure, int unknown) {

    static FlowSum of(List<Reading> readings) {
        double sure = 0;
        double unsure = 0;
        int unknown = 0;
        for (Reading r : readings) {
            Double value = r.value();
            if (value == null) {
                unknown++;
            } else if (r.confidence() == Confidence.A) {
                sure += value;
            } else {
                unsure += value;
            }
        }
        return new FlowSum(sure, unsure, unknown);
    }

    String figure() {
        return (unknown > 0 || unsure > 0 ? "≥ " : "") + Desk.number(sure);
    }

    /** Returns what the figure leaves out, or nothing. */
    String rest() {
        return (unsure > 0 ? "; %s more to be confirmed".formatted(Desk.number(unsure)) : "")
                + (unknown > 0 ? "; %s without a number".formatted(Desk.count(unknown, "group", "groups")) : "");
    }
}
