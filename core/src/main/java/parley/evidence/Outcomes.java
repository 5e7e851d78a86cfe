package parley.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Outcomes of a group of persons, counted with bounds. */
public final class Outcomes {
    private final List<Group> possible;

    private Outcomes(List<Group> possible) {
        this.possible = possible;
    }

    /**
     * Persons of whom the same is known.
     *
     * @param persons how many, at least 0
     */
    public record Alike(int persons, PersonFacts facts) {
        public Alike {
            if (persons < 0) {
                throw new IllegalArgumentException("A group has 0 persons or more, not " + persons + ".");
            }
        }
    }

    private record Group(int persons, Set<Outcome> outcomes) {}

    /** Reads the outcomes of groups that share no person. */
    public static Outcomes ofGroups(Collection<Alike> groups) {
        return new Outcomes(groups.stream()
                .map(group -> new Group(group.persons(), group.facts().outcomes()))
                .toList());
    }

    /**
     * Reads the outcomes of each person.
     *
     * @throws IllegalArgumentException if a person is there twice
     */
    public static Outcomes of(Collection<PersonFacts> persons) {
        var seen = new HashSet<String>();
        var possible = new ArrayList<Group>();
        for (PersonFacts person : persons) {
            if (!seen.add(person.person())) {
                throw new IllegalArgumentException(person.person() + " is counted twice.");
            }
            possible.add(new Group(1, person.outcomes()));
        }
        return new Outcomes(possible);
    }

    /**
     * How many persons have one of some outcomes.
     *
     * @param low those who surely have
     * @param high those who may have
     */
    public record Range(int low, int high) {
        @Override
        public String toString() {
            return low == high ? Integer.toString(low) : "[%d, %d]".formatted(low, high);
        }
    }

    /** Counts who has one of {@code outcomes}; a group of outcomes is known better than the sum of its parts. */
    public Range count(Outcome first, Outcome... others) {
        Set<Outcome> wanted = EnumSet.of(first, others);
        int low = 0;
        int high = 0;
        for (Group one : possible) {
            low += wanted.containsAll(one.outcomes) ? one.persons : 0;
            high += one.outcomes.stream().anyMatch(wanted::contains) ? one.persons : 0;
        }
        return new Range(low, high);
    }

    /** Counts everybody put across the border without choice: what fact packs call expelled. */
    public Range putAcross() {
        return count(Outcome.EXPELLED, Outcome.REPATRIATED);
    }

    public int persons() {
        return possible.stream().mapToInt(Group::persons).sum();
    }
}
