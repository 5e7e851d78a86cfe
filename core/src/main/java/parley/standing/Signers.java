package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Declaration;
import parley.roadmap.Panel;
import parley.roadmap.Ref;
import parley.roadmap.Verifier;

/** Who has signed a concession in this round, and whether that is enough. */
final class Signers {
    private final Map<String, Declaration> names;
    private final @Nullable Ref verifiedBy;
    private final Set<String> signed = new TreeSet<>();

    Signers(Map<String, Declaration> names, @Nullable Ref verifiedBy) {
        this.names = names;
        this.verifiedBy = verifiedBy;
    }

    void newRound() {
        signed.clear();
    }

    /** Takes a signature; returns why it does not count, or {@code null} if it does. */
    @Nullable
    String sign(String signer, LocalDate on) {
        if (verifiedBy == null) {
            return "nobody has to sign it";
        }
        boolean entitled = signer.equals(verifiedBy.id()) || members().contains(signer);
        if (!entitled) {
            return "it is for %s to sign".formatted(verifiedBy.id());
        }
        if (names.get(signer) instanceof Verifier v
                && v.mandate() != null
                && on.isAfter(v.mandate().until())) {
            return "its mandate ended on " + v.mandate().until();
        }
        signed.add(signer);
        return null;
    }

    private Set<String> members() {
        Set<String> members = new HashSet<>();
        if (verifiedBy != null && names.get(verifiedBy.id()) instanceof Panel p) {
            p.members().forEach(m -> members.add(m.id()));
        }
        return members;
    }

    /** Says whether the panel itself or enough members of independent origin have signed. */
    boolean enough() {
        if (verifiedBy == null || signed.contains(verifiedBy.id())) {
            return true;
        }
        if (!(names.get(verifiedBy.id()) instanceof Panel p)) {
            return false;
        }
        return (p.independent() ? origins() : signed.size()) >= p.quorum();
    }

    /** Counts groups of signers that share no source: who repeats another's findings adds nothing to it. */
    private int origins() {
        List<Set<String>> groups = new ArrayList<>();
        for (String signer : signed) {
            Set<String> group = new TreeSet<>();
            sources(signer, group);
            List<Set<String>> apart = new ArrayList<>();
            for (Set<String> other : groups) {
                if (Collections.disjoint(other, group)) {
                    apart.add(other);
                } else {
                    group.addAll(other);
                }
            }
            apart.add(group);
            groups = apart;
        }
        return groups.size();
    }

    private void sources(String verifier, Set<String> found) {
        if (found.add(verifier) && names.get(verifier) instanceof Verifier v) {
            v.drawsOn().forEach(s -> sources(s.id(), found));
        }
    }
}
