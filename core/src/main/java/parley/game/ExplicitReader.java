package parley.game;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads models in the explicit files of PRISM and PRISM-games: {@code .tra}, {@code .lab}, {@code .srew}, {@code .trew},
 * and players in the form of a {@code .lab}. Probabilities may be decimals, fractions or intervals {@code [l,u]};
 * decimals that add up to 1 but for the rounding of their last digits are scaled to add up to 1 exactly.
 */
public final class ExplicitReader {
    private static final Pattern DECLARED = Pattern.compile("([0-9]+)=\"([^\"]*)\"");
    private static final Fraction NEAR = Fraction.of(1, 1_000_000);

    private record Branch(int to, Game.Chance chance) {}

    private record Choice(List<Branch> branches, String action) {}

    private final TreeMap<Integer, TreeMap<Integer, Choice>> states = new TreeMap<>();
    private final Map<Integer, Integer> owners = new LinkedHashMap<>();
    private final Map<String, BitSet> labels = new LinkedHashMap<>();
    private final Map<Integer, Fraction> stateRewards = new LinkedHashMap<>();
    private final Map<Integer, Map<Integer, Fraction>> choiceRewards = new LinkedHashMap<>();
    private final List<String> players = new ArrayList<>();
    private final String name;
    private Game.Kind kind = Game.Kind.MDP;
    private int count;
    private int line;

    private ExplicitReader(String name) {
        this.name = name;
    }

    /**
     * Reads a model; all but the transitions may be missing.
     *
     * @param rewardName the name that the rewards get
     * @throws IOException also where a text is not what it should be; the message says in which line
     */
    public static Game read(
            BufferedReader transitions,
            @Nullable BufferedReader labels,
            @Nullable BufferedReader stateRewards,
            @Nullable BufferedReader transitionRewards,
            @Nullable BufferedReader players,
            String rewardName)
            throws IOException {
        var reader = new ExplicitReader(rewardName);
        reader.part(transitions, reader::transitions);
        reader.part(labels, reader::labels);
        reader.part(stateRewards, reader::stateRewards);
        reader.part(transitionRewards, reader::transitionRewards);
        reader.part(players, reader::players);
        return reader.build(stateRewards != null || transitionRewards != null);
    }

    private interface Part {
        void read(BufferedReader in) throws IOException;
    }

    private void part(@Nullable BufferedReader in, Part part) throws IOException {
        if (in == null) {
            return;
        }
        line = 0;
        try {
            part.read(in);
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new IOException("line " + line + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void transitions(BufferedReader in) throws IOException {
        String[] head = words(in);
        if (head == null) {
            throw new IOException("The file of transitions is empty.");
        }
        int colon = head[0].indexOf(':');
        boolean chain = head.length == 2;
        count = Integer.parseInt(colon < 0 ? head[0] : head[0].substring(0, colon));
        kind = chain ? Game.Kind.DTMC : colon < 0 ? Game.Kind.MDP : Game.Kind.SMG;
        for (int p = 1; colon >= 0 && p <= Integer.parseInt(head[0].substring(colon + 1)); p++) {
            players.add(String.valueOf(p));
        }
        for (String[] row = words(in); row != null; row = words(in)) {
            int bar = row[0].indexOf(':');
            int state = Integer.parseInt(bar < 0 ? row[0] : row[0].substring(0, bar));
            if (bar >= 0) {
                owners.put(state, Integer.parseInt(row[0].substring(bar + 1)) + 1);
            }
            int at = chain ? 1 : 2;
            int choice = chain ? 0 : Integer.parseInt(row[1]);
            String action = row.length > at + 2 ? row[at + 2] : "";
            states.computeIfAbsent(state, _ -> new TreeMap<>())
                    .computeIfAbsent(choice, _ -> new Choice(new ArrayList<>(), action))
                    .branches()
                    .add(new Branch(Integer.parseInt(row[at]), chance(row[at + 1])));
        }
    }

    private void labels(BufferedReader in) throws IOException {
        marks(in, labels);
    }

    private void players(BufferedReader in) throws IOException {
        var marked = new LinkedHashMap<String, BitSet>();
        marks(in, marked);
        players.clear();
        players.addAll(marked.keySet());
        kind = Game.Kind.SMG;
        owners.clear();
        for (int p = 0; p < players.size(); p++) {
            int player = p + 1;
            marked.getOrDefault(players.get(p), new BitSet()).stream().forEach(s -> owners.put(s, player));
        }
    }

    /** A head of {@code 0="init" 1="deadlock"}, then {@code state: 0 1}. */
    private void marks(BufferedReader in, Map<String, BitSet> into) throws IOException {
        String[] head = words(in);
        var names = new TreeMap<Integer, String>();
        Matcher declared = DECLARED.matcher(head == null ? "" : String.join(" ", head));
        while (declared.find()) {
            names.put(Integer.valueOf(declared.group(1)), declared.group(2));
        }
        names.values().forEach(each -> into.put(each, new BitSet()));
        for (String[] row = words(in); row != null; row = words(in)) {
            int state = Integer.parseInt(row[0].replace(":", ""));
            for (int i = 1; i < row.length; i++) {
                String mark = names.get(Integer.valueOf(row[i]));
                if (mark == null) {
                    throw new IOException(
                            "line " + line + ": the number " + row[i] + " has no name in the first line.");
                }
                into.computeIfAbsent(mark, _ -> new BitSet()).set(state);
            }
        }
    }

    private void stateRewards(BufferedReader in) throws IOException {
        words(in);
        for (String[] row = words(in); row != null; row = words(in)) {
            stateRewards.put(Integer.valueOf(row[0]), number(row[1]));
        }
    }

    /** Rewards of single branches become their mean, which is all that expectations see. */
    private void transitionRewards(BufferedReader in) throws IOException {
        words(in);
        for (String[] row = words(in); row != null; row = words(in)) {
            int state = Integer.parseInt(row[0]);
            int choice = kind == Game.Kind.DTMC ? 0 : Integer.parseInt(row[1]);
            boolean whole = kind != Game.Kind.DTMC && row.length == 3;
            Fraction reward = number(row[row.length - 1]);
            Fraction mean =
                    whole ? reward : reward.times(probability(state, choice, Integer.parseInt(row[row.length - 2])));
            choiceRewards.computeIfAbsent(state, _ -> new LinkedHashMap<>()).merge(choice, mean, Fraction::plus);
        }
    }

    private Fraction probability(int state, int choice, int to) throws IOException {
        Choice known = states.getOrDefault(state, new TreeMap<>()).get(choice);
        if (known == null || known.branches().stream().anyMatch(b -> !b.chance().exact())) {
            throw new IOException("line " + line + ": rewards of branches need a choice with exact probabilities.");
        }
        Fraction sum = Fraction.ZERO;
        for (Branch branch : scaled(known.branches())) {
            sum = branch.to() == to ? sum.plus(branch.chance().low()) : sum;
        }
        return sum;
    }

    private String @Nullable [] words(BufferedReader in) throws IOException {
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            String stripped = text.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                return stripped.split("\\s+", -1);
            }
        }
        return null;
    }

    private static Game.Chance chance(String text) {
        if (!text.startsWith("[")) {
            return Game.Chance.of(number(text));
        }
        int comma = text.indexOf(',');
        return new Game.Chance(number(text.substring(1, comma)), number(text.substring(comma + 1, text.length() - 1)));
    }

    static Fraction number(String text) {
        int bar = text.indexOf('/');
        if (bar > 0) {
            return new Fraction(new BigInteger(text.substring(0, bar)), new BigInteger(text.substring(bar + 1)));
        }
        var decimal = new BigDecimal(text);
        return decimal.scale() > 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    private List<Branch> scaled(List<Branch> branches) throws IOException {
        if (branches.stream().anyMatch(b -> !b.chance().exact())) {
            return branches;
        }
        Fraction sum = branches.stream().map(b -> b.chance().low()).reduce(Fraction.ZERO, Fraction::plus);
        Fraction off = sum.minus(Fraction.ONE);
        if (off.signum() == 0) {
            return branches;
        }
        if (off.compareTo(NEAR) > 0 || NEAR.plus(off).signum() < 0) {
            throw new IOException("The probabilities of a choice add up to " + sum.nearest() + ", not to 1.");
        }
        return branches.stream()
                .map(b -> new Branch(b.to(), Game.Chance.of(b.chance().low().over(sum))))
                .toList();
    }

    private Game build(boolean rewarded) throws IOException {
        var builder = new GameBuilder(kind, players);
        for (int s = 0; s < count; s++) {
            builder.state(kind == Game.Kind.SMG ? owners.getOrDefault(s, 1) : 0);
            Map<Integer, Fraction> rewards = choiceRewards.getOrDefault(s, Map.of());
            for (var entry : states.getOrDefault(s, new TreeMap<>()).entrySet()) {
                int choice = builder.choice(entry.getValue().action());
                List<Branch> branches = new ArrayList<>(scaled(entry.getValue().branches()));
                branches.sort(Comparator.comparingInt(Branch::to));
                for (Branch branch : branches) {
                    if (branch.to() < 0 || branch.to() >= count) {
                        throw new IOException("State %d leads to %d, which is no state.".formatted(s, branch.to()));
                    }
                    if (branch.chance().high().signum() > 0) {
                        builder.branch(branch.to(), branch.chance());
                    }
                }
                if (rewards.containsKey(entry.getKey())) {
                    builder.choiceReward(name, choice, rewards.get(entry.getKey()));
                }
            }
        }
        labels.forEach((label, marked) -> {
            // The builder finds the states without a choice itself.
            if (!label.equals("init")) {
                builder.label(label, marked);
            }
        });
        BitSet first = labels.getOrDefault("init", new BitSet());
        builder.initial(Math.max(0, first.nextSetBit(0)));
        if (rewarded) {
            builder.reward(name);
        }
        stateRewards.forEach((s, reward) -> builder.stateReward(name, s, reward));
        return builder.build();
    }
}
