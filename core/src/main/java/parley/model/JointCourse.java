package parley.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.roadmap.Concession;

/** Tells the moves of concessions that were looked at together one by one: the members take the shortest ways. */
final class JointCourse {
    private final Slice slice;
    private final Map<String, Integer> states = new HashMap<>();

    JointCourse(Slice slice) {
        this.slice = slice;
    }

    /** Returns the moves of members that one move stands for; a move of anything else as it is. */
    List<Move> told(Move move) {
        return slice.joint().stream()
                .filter(j -> j.id().equals(move.thing()))
                .findFirst()
                .map(j -> told(move, j))
                .orElse(List.of(move));
    }

    private List<Move> told(Move move, Joint joint) {
        List<Move> told = new ArrayList<>();
        switch (move.kind()) {
            case VERIFIED -> {
                // All are met on one day, then signed: fewer days pass than if they came one by one.
                joint.members().forEach(c -> meet(c, told));
                joint.members().forEach(c -> sign(c, told));
            }
            case BROKEN -> {
                Concession first = Conduct.soonestAgain(joint, slice);
                meet(first, told);
                told.add(conduct(Move.Kind.BROKEN, first));
                states.put(first.id(), Conduct.BROKEN);
            }
            case MET ->
                joint.members().stream().filter(c -> state(c) == Conduct.BROKEN).forEach(c -> meet(c, told));
            default -> throw new IllegalStateException("Concessions do not %s together.".formatted(move.kind()));
        }
        return told;
    }

    private int state(Concession c) {
        return states.getOrDefault(c.id(), Conduct.OPEN);
    }

    private Move conduct(Move.Kind kind, Concession c) {
        return new Move(kind, slice.theCase().counterpart(), c.id(), 0, List.of());
    }

    private void meet(Concession c, List<Move> told) {
        if (state(c) == Conduct.OPEN || state(c) == Conduct.BROKEN) {
            told.add(conduct(Move.Kind.MET, c));
            states.put(c.id(), c.verifiedBy() == null ? Conduct.VERIFIED : Conduct.MET);
        }
    }

    private void sign(Concession c, List<Move> told) {
        var by = c.verifiedBy();
        if (state(c) == Conduct.MET && by != null) {
            told.add(Move.of(Move.Kind.VERIFIED, by.id(), c.id()));
            states.put(c.id(), Conduct.VERIFIED);
        }
    }
}
