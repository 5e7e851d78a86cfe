package parley.app.text;

import parley.app.people.Role;
import parley.app.record.Label;
import parley.app.web.NotFound;
import parley.app.web.Visit;

/** Who may change the text: the secretariat, if it reads the whole of it. For anybody else there is no editor. */
final class Editors {
    private Editors() {}

    static boolean may(Visit visit) {
        return visit.roles().stream()
                .anyMatch(m -> m.role() == Role.SECRETARIAT && m.clearance().level() == Label.Level.WHOLE);
    }

    static void require(Visit visit) {
        if (!may(visit)) {
            throw new NotFound();
        }
    }
}
