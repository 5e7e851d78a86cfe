package parley.app.evidence.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import parley.app.record.Label;
import parley.app.web.Visit;
import parley.copy.Copies;
import parley.copy.Copy;
import parley.copy.Reader;
import parley.language.CaseText;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.roadmap.Secrecy;
import parley.text.Source;

/** Who may read evidence about a clause: the other side's readers, verifiers among them, if the clause is in their copy. */
final class Labels {
    private static final Label COUNTERPART = new Label(Label.Level.COUNTERPART, List.of());
    private static final Map<String, Set<String>> KEPT = new ConcurrentHashMap<>();

    private Labels() {}

    /** Returns who may read evidence that serves these names of the case. */
    static Label of(Visit visit, List<String> names) {
        Label own = visit.dossier().label();
        // Who reads no more than the counterpart's copy sees only what is in it.
        if (own != null && COUNTERPART.reads(own)) {
            return COUNTERPART;
        }
        Set<String> open = inCopy(visit);
        Label label = COUNTERPART;
        for (String name : names) {
            Declaration d = visit.theCase().byName().get(name);
            if (d != null && !open.contains(name)) {
                label = label.and(Label.of(d.secrecy()));
            }
        }
        return label;
    }

    /** Returns the names in the copy for the other side. */
    private static Set<String> inCopy(Visit visit) {
        String version = visit.known().version() + " " + visit.dossier().label();
        return KEPT.computeIfAbsent(version, _ -> names(visit.theCase()));
    }

    private static Set<String> names(Case theCase) {
        var reader = new Reader("counterpart", new Secrecy(Secrecy.Level.COUNTERPART, List.of()));
        if (Copies.of(theCase, reader, LocalDate.EPOCH) instanceof Copy.Made(String text, String _)) {
            Case copy = CaseText.read(List.of(new Source("copy.parley", text))).theCase();
            if (copy != null) {
                return copy.declarations().stream().map(Declaration::id).collect(Collectors.toSet());
            }
        }
        return Set.of();
    }
}
