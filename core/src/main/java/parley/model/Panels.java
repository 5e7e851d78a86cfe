package parley.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Case;
import parley.roadmap.Concession;
import parley.roadmap.Declaration;
import parley.roadmap.Panel;
import parley.roadmap.Ref;
import parley.roadmap.Verifier;

/** How many signatures a panel can give, where verifiers of one origin count once. */
public record Panels(int origins, int quorum) {
    public static Panels of(Case theCase, Concession c) {
        Ref by = c.verifiedBy();
        Map<String, Declaration> names = theCase.byName();
        if (by != null && names.get(by.id()) instanceof Panel panel) {
            int many = panel.independent()
                    ? origins(panel, names)
                    : panel.members().size();
            return new Panels(many, panel.quorum());
        }
        return new Panels(1, 1);
    }

    private static int origins(Panel panel, Map<String, Declaration> names) {
        Set<String> origins = new HashSet<>();
        for (Ref member : panel.members()) {
            origins.add(origin(member.id(), names, 0));
        }
        return origins.size();
    }

    private static String origin(String verifier, Map<String, Declaration> names, int depth) {
        @Nullable Declaration found = names.get(verifier);
        List<Ref> from = found instanceof Verifier v ? v.drawsOn() : List.of();
        return from.isEmpty() || depth > names.size()
                ? verifier
                : origin(from.getFirst().id(), names, depth + 1);
    }
}
