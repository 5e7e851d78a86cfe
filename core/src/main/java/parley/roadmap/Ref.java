package parley.roadmap;

import parley.text.Span;

/** A name as it was written, and where. */
public record Ref(String id, Span at) {
    @Override
    public String toString() {
        return id;
    }
}
