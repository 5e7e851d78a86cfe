package parley.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text changed as its writers could have changed it, and worse. The bytes are a program: each step takes four, what to
 * do, where (two) and with what. So the same bytes give the same text, and a fuzzer learns which steps matter.
 */
final class Mutant {
    private static final Pattern PIECE = Pattern.compile("\"[^\"\n]*\"|[\\w-]+|\\s+|.", Pattern.DOTALL);
    private static final int STEP_BYTES = 4;
    private static final int MOST_PIECES = 40_000;
    private static final int MOST_OF_A_PIECE = 4000;
    private static final List<String> ODD = List.of(
            "\0",
            "\uFEFF",
            "\uD800",
            "\uDC00",
            "\u202E",
            "\r",
            "\t",
            "\"",
            "[",
            "]",
            "(",
            ")",
            ",",
            ";",
            "%",
            "-",
            "#",
            "and",
            "or",
            "not",
            "0",
            "-1",
            "1e9",
            "99999999999",
            "2026-02-30",
            "9999-12-31",
            "0000-01-01",
            "for 0 days",
            "within 36600 years",
            "[only ",
            "```parley\n",
            "```\n",
            "\u0430",
            "\n\n\n",
            "case",
            "when ",
            "every partner");

    private final List<String> pieces = new ArrayList<>();

    private Mutant(String text) {
        PIECE.matcher(text).results().map(MatchResult::group).forEach(pieces::add);
    }

    /** Returns {@code text} changed by the steps in {@code program}, from the byte {@code from} on. */
    static String of(String text, byte[] program, int from) {
        var mutant = new Mutant(text);
        for (int at = from; at + STEP_BYTES <= program.length; at += STEP_BYTES) {
            int where = (program[at + 1] & 0xFF) << 8 | (program[at + 2] & 0xFF);
            mutant.step(program[at] & 0xFF, where, program[at + 3] & 0xFF);
        }
        return String.join("", mutant.pieces);
    }

    private void step(int what, int where, int with) {
        if (pieces.isEmpty()) {
            pieces.add(ODD.get(with % ODD.size()));
            return;
        }
        int at = where % pieces.size();
        int other = (at + with) % pieces.size();
        switch (what % 8) {
            case 0 -> pieces.remove(at);
            case 1 -> pieces.add(at, ODD.get(with % ODD.size()));
            case 2 -> pieces.set(at, pieces.get(other));
            case 3 -> pieces.add(at, pieces.get((where * 31 + with) % pieces.size()));
            case 4 -> repeat(at, 1 + with % 60);
            case 5 -> pieces.subList(Math.min(at, other), Math.max(at, other)).clear();
            case 6 -> copy(at, Math.min(at, other), Math.max(at, other));
            case 7 -> pieces.set(at, String.valueOf((char) ((with << 8) | (where & 0xFF))));
            default -> throw new IllegalStateException("There are eight steps.");
        }
    }

    private void repeat(int at, int times) {
        String piece = pieces.get(at);
        if (piece.length() * times <= MOST_OF_A_PIECE) {
            pieces.set(at, piece.repeat(times));
        }
    }

    private void copy(int at, int from, int to) {
        if (pieces.size() + to - from <= MOST_PIECES) {
            pieces.addAll(at, List.copyOf(pieces.subList(from, to)));
        }
    }
}
