package parley.model;

import parley.roadmap.Case;
import parley.roadmap.Measure;
import parley.roadmap.MeasureState;

/** Where a measure stands on the first day, as the text tells its history. */
final class Beginnings {
    private Beginnings() {}

    static MeasureState of(Case theCase, Measure measure) {
        MeasureState state = measure.initialState();
        for (Measure.Transition t : measure.history()) {
            if (!t.on().isAfter(theCase.from())) {
                state = t.verb().leadsTo();
            }
        }
        return state;
    }
}
