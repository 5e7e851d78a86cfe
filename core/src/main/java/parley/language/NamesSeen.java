package parley.language;

import java.util.ArrayList;
import java.util.List;
import parley.roadmap.Ref;

/** The names a reading came across, in its order; a sentence that was tried in two ways is in here twice. */
final class NamesSeen {
    /** A name at the head of a declaration. */
    record Declared(String keyword, Ref name, String title) {}

    /** A name anywhere, and what the reader took it for, for example {@code a measure}. */
    record Named(String what, Ref name) {}

    private final List<Declared> declared = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();

    void declared(String keyword, Ref name, String title) {
        declared.add(new Declared(keyword, name, title));
    }

    void named(String what, Ref name) {
        named.add(new Named(what, name));
    }

    List<Declared> declared() {
        return declared;
    }

    List<Named> named() {
        return named;
    }
}
