package parley.app.evidence.web;

import java.util.List;
import parley.app.people.Role;
import parley.app.web.Visit;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Ref;

/** Who of the visitor's bodies is asked to sign what it found of a concession. */
public final class Findings {
    private Findings() {}

    /** Returns the bodies of the visitor that sign for this name; none if it is no concession that somebody signs. */
    public static List<String> asked(Visit visit, Declaration d) {
        if (visit.elsewhen() || !(d instanceof Concession c)) {
            return List.of();
        }
        Ref by = c.verifiedBy();
        return by == null
                ? List.of()
                : Evidence.signers(visit, by.id()).stream()
                        .filter(v -> visit.role(Role.VERIFIER, v) != null)
                        .toList();
    }

    /** Says whether the visitor may file evidence for this name. */
    public static boolean mayFile(Visit visit, Declaration d) {
        return d instanceof Concession && Seen.mayWork(visit) && !visit.elsewhen();
    }
}
