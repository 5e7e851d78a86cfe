package parley.certificate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.game.Counted;
import parley.game.Fraction;

/**
 * Certificates as text: a head of one word and its value a line, then one line a state, {@code state value choice rank
 * layers}. Values are fractions or, where that is shorter, doubles in hexadecimal, which are exact too.
 */
public final class CertificateText {
    private static final String FIRST_LINE = "parley certificate 2";

    private CertificateText() {}

    public static void write(Certificate certificate, Writer out) throws IOException {
        out.write(FIRST_LINE + "\n");
        out.write("kind " + word(certificate.kind()) + "\n");
        out.write("model " + certificate.model() + "\n");
        out.write("max " + numbers(certificate.max()) + "\n");
        out.write("bound " + certificate.bound() + "\n");
        out.write("target " + numbers(certificate.target()) + "\n");
        out.write("avoid " + numbers(certificate.avoid()) + "\n");
        out.write("rewards " + certificate.rewards() + "\n");
        Certificate.Goal goal = certificate.goal();
        out.write("steps " + goal.before() + " " + goal.steps() + "\n");
        out.write("counted " + CountedText.write(goal.counted()) + "\n");
        out.write("rows " + certificate.rows().size() + "\n");
        for (Certificate.Row row : certificate.rows()) {
            out.write(row.state() + " " + number(row.value()) + " " + row.choice() + " " + row.rank());
            for (int offset : row.layers()) {
                out.write(" " + offset);
            }
            out.write("\n");
        }
    }

    /**
     * Reads all certificates of a text, one after the other.
     *
     * @throws IOException also where the text is no certificate; the message says in which line
     */
    public static List<Certificate> read(BufferedReader in) throws IOException {
        var lines = new Lines(in);
        var all = new ArrayList<Certificate>();
        for (String line = lines.nextOrNone(); line != null; line = lines.nextOrNone()) {
            if (!line.equals(FIRST_LINE)) {
                throw lines.wrong("A certificate begins with `" + FIRST_LINE + "`.");
            }
            all.add(one(lines));
        }
        return all;
    }

    private static Certificate one(Lines lines) throws IOException {
        try {
            var kind = Certificate.Kind.valueOf(
                    lines.after("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
            String model = lines.after("model");
            BitSet max = set(lines.after("max"));
            Fraction bound = fraction(lines.after("bound"));
            BitSet target = set(lines.after("target"));
            BitSet avoid = set(lines.after("avoid"));
            String rewards = lines.after("rewards");
            String[] steps = lines.after("steps").split(" ", -1);
            Counted.Recipe counted = CountedText.read(lines.after("counted"));
            var goal = new Certificate.Goal(
                    target, avoid, rewards, Integer.parseInt(steps[0]), Integer.parseInt(steps[1]), counted);
            int count = Integer.parseInt(lines.after("rows"));
            List<Certificate.Row> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(row(lines.next()));
            }
            return new Certificate(kind, model, max, bound, goal, rows);
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw lines.wrong("This line of a certificate cannot be read: " + e.getMessage());
        }
    }

    private static Certificate.Row row(String line) {
        String[] words = line.split(" ", -1);
        int[] layers = Arrays.stream(words).skip(4).mapToInt(Integer::parseInt).toArray();
        return new Certificate.Row(
                Integer.parseInt(words[0]),
                fraction(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                layers);
    }

    private static String word(Certificate.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String number(Fraction value) {
        String plain = value.toString();
        if (plain.length() > 24) {
            double near = value.nearest();
            if (Fraction.exactly(near).equals(value)) {
                return Double.toHexString(near);
            }
        }
        return plain;
    }

    private static Fraction fraction(String text) {
        if (text.startsWith("0x")) {
            return Fraction.exactly(Double.parseDouble(text));
        }
        int bar = text.indexOf('/');
        return bar < 0
                ? new Fraction(new BigInteger(text), BigInteger.ONE)
                : new Fraction(new BigInteger(text.substring(0, bar)), new BigInteger(text.substring(bar + 1)));
    }

    /** Numbers in ascending order, runs as {@code 3-7}. */
    static String numbers(BitSet set) {
        var text = new StringBuilder();
        for (int from = set.nextSetBit(0); from >= 0; from = set.nextSetBit(set.nextClearBit(from))) {
            int to = set.nextClearBit(from) - 1;
            text.append(text.isEmpty() ? "" : " ").append(from).append(to > from ? "-" + to : "");
        }
        return text.toString();
    }

    static BitSet set(String text) {
        var set = new BitSet();
        for (String run : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            int dash = run.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? run : run.substring(0, dash));
            set.set(from, (dash < 0 ? from : Integer.parseInt(run.substring(dash + 1))) + 1);
        }
        return set;
    }

    private static final class Lines {
        private final BufferedReader in;
        private int number;

        private Lines(BufferedReader in) {
            this.in = in;
        }

        private @Nullable String nextOrNone() throws IOException {
            number++;
            return in.readLine();
        }

        private String next() throws IOException {
            String line = nextOrNone();
            if (line == null) {
                throw wrong("The certificate ends too early.");
            }
            return line;
        }

        private String after(String word) throws IOException {
            String line = next();
            if (!line.startsWith(word + " ")) {
                throw wrong("This line should begin with `" + word + "`.");
            }
            return line.substring(word.length() + 1);
        }

        private IOException wrong(String why) {
            return new IOException("line " + number + ": " + why);
        }
    }
}
