package parley.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Panel;
import parley.roadmap.Ref;
import parley.roadmap.Verifier;

/** Chooses who signs: the fewest that are enough. */
final class Signing {
    private final Map<String, Declaration> names;

    Signing(Map<String, Declaration> names) {
        this.names = names;
    }

    /** Returns who signs a concession on a day; empty if nobody has to, or if those who may are not enough. */
    List<String> signers(Concession concession, LocalDate day) {
        Ref by = concession.verifiedBy();
        if (by == null) {
            return List.of();
        }
        if (!(names.get(by.id()) instanceof Panel panel)) {
            return maySign(by.id(), day) ? List.of(by.id()) : List.of();
        }
        List<String> able = panel.members().stream()
                .map(Ref::id)
                .filter(m -> maySign(m, day))
                .toList();
        return chosen(able, 0, panel, List.of());
    }

    private boolean maySign(String who, LocalDate day) {
        return !(names.get(who) instanceof Verifier v)
                || v.mandate() == null
                || !day.isAfter(v.mandate().until());
    }

    private List<String> chosen(List<String> able, int from, Panel panel, List<String> soFar) {
        if (soFar.size() >= panel.quorum()) {
            return soFar;
        }
        for (int i = from; i < able.size(); i++) {
            String next = able.get(i);
            if (!panel.independent() || soFar.stream().allMatch(s -> apart(s, next))) {
                List<String> more = new ArrayList<>(soFar);
                more.add(next);
                List<String> enough = chosen(able, i + 1, panel, more);
                if (!enough.isEmpty()) {
                    return enough;
                }
            }
        }
        return List.of();
    }

    /** Says whether two signers share no source. */
    private boolean apart(String a, String b) {
        return Collections.disjoint(sources(a, new TreeSet<>()), sources(b, new TreeSet<>()));
    }

    private Set<String> sources(String verifier, Set<String> found) {
        if (found.add(verifier) && names.get(verifier) instanceof Verifier v) {
            v.drawsOn().forEach(s -> sources(s.id(), found));
        }
        return found;
    }
}
