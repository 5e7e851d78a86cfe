package parley.evidence;

/**
 * A number of persons or things of which only bounds are known; never shown as one number alone.
 *
 * @param best confirmed and undisputed, duplicates merged where that is proven
 * @param low the same, every possible duplicate merged
 * @param high with what is credible or disputed, duplicates merged where that is proven
 */
public record Bounds(long best, long low, long high) {
    /** @throws IllegalArgumentException unless low ≤ best ≤ high */
    public Bounds {
        if (low > best || best > high) {
            throw new IllegalArgumentException(
                    "Bounds are ordered low, best, high; these are %d, %d, %d.".formatted(low, best, high));
        }
    }

    /** Returns {@code 97 (94–103)}. */
    public String words() {
        return "%d (%d–%d)".formatted(best, low, high);
    }

    @Override
    public String toString() {
        return best + " " + low + " " + high;
    }
}
