package parley.app.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** What must hold of a data folder after anything that may happen to a machine. */
final class Soundness {
    private Soundness() {}

    /** The record is sound, and holds each entry that was acknowledged in a life. */
    static void check(Path data, Life life, String when) throws Exception {
        try (Store store = Store.open(data, false)) {
            assertThat(store.wrong()).as(when).isEmpty();
            assertThat(life.missing(store.parts.record().readAll("belarus", -1)))
                    .as(when)
                    .isEmpty();
        }
    }
}
