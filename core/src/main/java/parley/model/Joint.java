package parley.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.roadmap.Concession;
import parley.roadmap.Condition;
import parley.roadmap.Length;

/**
 * Concessions that a slice never tells apart: whatever it reads of them is that all are verified, or that any is broken.
 * One component then stands for their product, with the least time any of them needs: more behaviours, never fewer.
 *
 * @param members in the order of names, at least two
 */
record Joint(List<Concession> members) {
    Joint {
        members = List.copyOf(members);
    }

    /** Returns how it is called in the model; no concession of a text can have an underscore in its name. */
    String id() {
        return "joint_" + members.getFirst().id();
    }

    boolean has(String concession) {
        return members.stream().anyMatch(c -> c.id().equals(concession));
    }

    /** Where one concession is read: in which list of conditions, in which state, for how long. */
    private record Place(int node, String state, @Nullable Length hold) {}

    /** @param named those that a property tells apart */
    static List<Joint> of(List<Concession> followed, List<Condition> read, Set<String> named) {
        var reader = new Places();
        read.forEach(reader::read);
        Map<List<Place>, List<Concession>> alike = new LinkedHashMap<>();
        for (Concession c : followed) {
            List<Place> places = reader.places.getOrDefault(c.id(), List.of());
            boolean apart = named.contains(c.id()) || reader.alone.contains(c.id()) || readsStates(c);
            if (!apart && !places.isEmpty()) {
                alike.computeIfAbsent(places, _ -> new ArrayList<>()).add(c);
            }
        }
        return alike.values().stream().filter(g -> g.size() > 1).map(Joint::new).toList();
    }

    private static boolean readsStates(Concession c) {
        List<Condition> leaves = new ArrayList<>(c.met().leaves());
        if (c.broken() != null) {
            leaves.addAll(c.broken().leaves());
        }
        return leaves.stream().anyMatch(Condition.InState.class::isInstance);
    }

    /** Collects where concessions are read. */
    private static final class Places {
        final Map<String, List<Place>> places = new TreeMap<>();
        final Set<String> alone = new java.util.TreeSet<>();
        private final IdentityHashMap<Condition, Integer> nodes = new IdentityHashMap<>();

        void read(Condition condition) {
            switch (condition) {
                case Condition.All all -> parts(all, all.parts(), "verified");
                case Condition.Any any -> parts(any, any.parts(), "broken");
                case Condition.Not not -> read(not.part());
                case Condition.By by -> read(by.part());
                case Condition.InState in -> alone.add(in.thing().id());
                case Condition.Level _,
                        Condition.Change _,
                        Condition.Total _,
                        Condition.Absent _,
                        Condition.Occurs _,
                        Condition.Amount _,
                        Condition.Owed _ -> {}
            }
        }

        private void parts(Condition node, List<Condition> parts, String together) {
            int number = nodes.computeIfAbsent(node, _ -> nodes.size());
            for (Condition part : parts) {
                boolean joins = part instanceof Condition.InState in
                        && in.state().equals(together)
                        && (in.hold() == null || together.equals("verified"));
                if (joins && part instanceof Condition.InState in) {
                    places.computeIfAbsent(in.thing().id(), _ -> new ArrayList<>())
                            .add(new Place(number, in.state(), in.hold()));
                } else {
                    read(part);
                }
            }
        }
    }
}
