package parley.certificate;

import static parley.certificate.Checked.need;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Claims without numbers. */
final class GraphClaims {
    private final Checked in;

    GraphClaims(Checked in) {
        this.in = in;
    }

    void never() throws Checked.Refused {
        int start = in.game().initial();
        need(in.has(start), start, "is outside the closed set");
        for (int s : in.states()) {
            need(!in.target(s), s, "is a target");
            if (!in.avoided(s)) {
                in.everyMove(s, in.isMax(s), c -> in.all(c, in::has), "leaves the closed set");
            }
        }
    }

    void path() throws Checked.Refused {
        int at = in.game().initial();
        Certificate.@Nullable Row before = null;
        for (Certificate.Row row : in.claim().rows()) {
            int to = row.state();
            boolean follows = before == null ? to == at : before.choice() >= 0 && in.any(before.choice(), t -> t == to);
            need(follows, to, "does not follow on the path");
            before = row;
            at = to;
        }
        need(in.target(at), at, "ends the path and is no target");
    }

    void ensured(boolean surely) throws Checked.Refused {
        inside();
        for (int s : in.states()) {
            IntPredicate down = down(s);
            IntPredicate stays = t -> in.rank(t) >= 0;
            if (!in.target(s)) {
                in.everyMove(
                        s,
                        in.isMax(s),
                        c -> in.all(c, surely ? down : stays) && in.any(c, down),
                        "does not come nearer");
            }
        }
    }

    void possibly() throws Checked.Refused {
        inside();
        for (int s : in.states()) {
            if (!in.target(s)) {
                in.everyMove(s, in.isMax(s), c -> in.any(c, down(s)), "does not come nearer");
            }
        }
    }

    /**
     * The other side either stays where no rank rises and no target is, or with some probability comes to a lower rank:
     * by induction over ranks the target is missed with some probability from every state of the set.
     */
    void notAlmostSurely() throws Checked.Refused {
        int start = in.game().initial();
        need(in.rank(start) >= 0, start, "is outside the set");
        for (int s : in.states()) {
            int rank = in.rank(s);
            need(rank >= 0 && !in.target(s), s, "is a target or has no rank");
            if (!in.avoided(s)) {
                IntPredicate stays = t -> in.rank(t) >= 0 && in.rank(t) <= rank;
                in.everyMove(
                        s, !in.isMax(s), c -> in.any(c, down(s)) || in.all(c, stays), "comes nearer to the target");
            }
        }
    }

    private void inside() throws Checked.Refused {
        int start = in.game().initial();
        need(in.rank(start) >= 0, start, "is outside the set");
        for (int s : in.states()) {
            need(in.rank(s) >= 0 && !in.avoided(s), s, "must be avoided or has no rank");
        }
    }

    private IntPredicate down(int s) {
        int rank = in.rank(s);
        return t -> in.rank(t) >= 0 && in.rank(t) < rank;
    }
}
