package parley.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.certificate.Certificate;
import parley.certificate.CertificateChecker;
import parley.certificate.ModelHash;
import parley.game.Answer;
import parley.game.Atoms;
import parley.game.Enumeration;
import parley.game.Evidence;
import parley.game.Fraction;
import parley.game.Game;
import parley.game.Limits;
import parley.game.QueryParser;
import parley.game.RandomGames;
import parley.game.Solver;
import parley.game.Unanswerable;
import parley.proof.Certificates;

/**
 * Random games against every pair of memoryless strategies: values, certain answers, costs, certificates. Expects no
 * fault. Arguments: the seed (1), the number of games (10000).
 */
public final class RandomGamesCheck {
    private int number;
    private int faults;
    private int certificates;

    private RandomGamesCheck() {}

    public static void main(String[] arguments) throws Unanswerable {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        var check = new RandomGamesCheck();
        var games = new RandomGames(seed);
        for (int i = 0; i < count; i++) {
            check.number = i;
            check.game(games.next(3000));
        }
        System.out.printf(
                "seed %d, %d games, %d certificates, %d faults%n", seed, count, check.certificates, check.faults);
    }

    private void game(Game game) throws Unanswerable {
        var max = new BitSet();
        max.set(1);
        BitSet target = Objects.requireNonNull(game.labels().get("target"));
        Fraction chance = Objects.requireNonNull(
                new Enumeration(game, max, target, null).values().getFirst());
        Fraction cost = new Enumeration(game, max, target, game.rewards().get("r"))
                .values()
                .getFirst();
        value(game, "<<x>> Pmax=? [F \"target\"]", chance);
        value(game, "<<x>> R{\"r\"}max=? [F \"target\"]", cost);
        verdict(game, "<<x>> P>=1 [F \"target\"]", chance.equals(Fraction.ONE));
        verdict(game, "<<x>> P>0 [F \"target\"]", chance.signum() > 0);
    }

    private void value(Game game, String question, @Nullable Fraction value) throws Unanswerable {
        Answer answer = ask(game, question);
        boolean right =
                Objects.equals(answer.exact(), value) && (value == null) == (answer.low() == Double.POSITIVE_INFINITY);
        fault(right, question, value, answer);
        Evidence evidence = Objects.requireNonNull(answer.evidence());
        List<Certificate> found = new ArrayList<>();
        Optional<Certificate> lower = Certificates.lower(evidence);
        lower.ifPresent(found::add);
        Certificates.upper(evidence).ifPresent(found::add);
        for (Certificate each : found) {
            certificates++;
            Optional<String> refused = CertificateChecker.check(game, ModelHash.of(game), each);
            fault(refused.isEmpty(), question, value, refused);
        }
        fault(found.size() == 2 || value == null, question, value, "a certificate is missing");
    }

    private void verdict(Game game, String question, boolean holds) throws Unanswerable {
        Answer.Verdict verdict = holds ? Answer.Verdict.HOLDS : Answer.Verdict.REFUTED;
        Answer answer = ask(game, question);
        fault(answer.verdict() == verdict, question, null, answer);
    }

    private void fault(boolean right, String question, @Nullable Fraction value, Object found) {
        if (!right) {
            faults++;
            System.out.printf("game %d: %s: expected %s, found %s%n", number, question, value, found);
        }
    }

    private static Answer ask(Game game, String question) throws Unanswerable {
        return new Solver(game, Atoms.none(), Limits.USUAL, true).answer(QueryParser.parse(question, Atoms.none()));
    }
}
