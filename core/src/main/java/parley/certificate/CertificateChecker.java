package parley.certificate;

import java.util.Optional;
import java.util.Set;
import parley.game.Game;

/**
 * Checks certificates against a game. Uses nothing of the engine; compares fractions, without any tolerance.
 *
 * <p>An answer is {@code empty} if the certificate proves its claim, else the first reason why it does not.
 */
public final class CertificateChecker {
    private static final Set<Certificate.Kind> ABOUT_REWARDS = Set.of(
            Certificate.Kind.COST_AT_LEAST,
            Certificate.Kind.COST_AT_MOST,
            Certificate.Kind.TOTAL_AT_LEAST,
            Certificate.Kind.TOTAL_AT_MOST,
            Certificate.Kind.COLLECTED_AT_LEAST,
            Certificate.Kind.COLLECTED_AT_MOST,
            Certificate.Kind.INSTANT_AT_LEAST,
            Certificate.Kind.INSTANT_AT_MOST);

    private CertificateChecker() {}

    public static Optional<String> check(Game game, String hash, Certificate claim) {
        return check(game, game.states(), hash, claim);
    }

    /**
     * Checks a certificate of a game with nature's choices written out.
     *
     * @param ordinary the states from this number on are nature's, written out of intervals; they take no time
     */
    public static Optional<String> check(Game game, int ordinary, String hash, Certificate claim) {
        if (!hash.equals(claim.model())) {
            return Optional.of("it speaks of another model");
        }
        if (game.chances().stream().anyMatch(chance -> !chance.exact())) {
            return Optional.of("the model has intervals; check it with nature's choices written out");
        }
        try {
            check(new Checked(game, claim), ordinary);
            return Optional.empty();
        } catch (Checked.Refused refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static void check(Checked checked, int ordinary) throws Checked.Refused {
        Game game = checked.game();
        Certificate claim = checked.claim();
        boolean known = !ABOUT_REWARDS.contains(claim.kind()) || game.rewards().containsKey(claim.rewards());
        Checked.need(known, game.initial(), "has no such rewards");
        checked.rows();
        switch (claim.kind()) {
            case NEVER -> new GraphClaims(checked).never();
            case PATH -> new GraphClaims(checked).path();
            case SURELY -> new GraphClaims(checked).ensured(true);
            case ALMOST_SURELY -> new GraphClaims(checked).ensured(false);
            case POSSIBLY -> new GraphClaims(checked).possibly();
            case NOT_ALMOST_SURELY -> new GraphClaims(checked).notAlmostSurely();
            case VALUE_AT_LEAST -> new ValueClaims(checked).valueAtLeast();
            case VALUE_AT_MOST -> new ValueClaims(checked).valueAtMost();
            case COST_AT_LEAST -> new CostClaims(checked).costAtLeast();
            case COST_AT_MOST -> new CostClaims(checked).costAtMost();
            case TOTAL_AT_LEAST -> new CostClaims(checked).totalAtLeast();
            case TOTAL_AT_MOST -> new CostClaims(checked).totalAtMost();
            case HORIZON_AT_LEAST, COLLECTED_AT_LEAST, INSTANT_AT_LEAST ->
                new HorizonClaims(checked, ordinary, true).check();
            case HORIZON_AT_MOST, COLLECTED_AT_MOST, INSTANT_AT_MOST ->
                new HorizonClaims(checked, ordinary, false).check();
        }
    }
}
