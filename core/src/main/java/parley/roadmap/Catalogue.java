package parley.roadmap;

import java.util.List;

/** The properties a text may claim by name, in the order of the proof catalogue. */
public final class Catalogue {
    private Catalogue() {}

    private static final List<String> NAMES = List.of(
            "compatible",
            "competent",
            "no-silence",
            "no-dead-clause",
            "no-standstill",
            "answered",
            "deadlines-feasible",
            "no-undercutting",
            "all-on-the-ledger",
            "consulted-first",
            "snapback",
            "snapback-depth",
            "no-false-snapback",
            "restored-in-full",
            "earned",
            "no-pumping",
            "no-salami",
            "durable-reward",
            "no-gain-from-delay",
            "reserve-kept",
            "never-eased",
            "citizens-first",
            "proportionate",
            "no-leak",
            "duties-visible",
            "need-to-know",
            "worth-taking",
            "worth-keeping",
            "goal-reachable",
            "attentive");

    /** Returns the thirty names. */
    public static List<String> names() {
        return NAMES;
    }
}
