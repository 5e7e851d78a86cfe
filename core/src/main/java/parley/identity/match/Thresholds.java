package parley.identity.match;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Where a score begins to count. Measured, not chosen: the bench program {@code IdentityQuality} writes the file they come
 * from, with date, data, n and intervals.
 *
 * @param show name score from which a pair of names is worth showing
 * @param same score from which two records are said to be the same
 * @param alert name score from which a screened name raises an alert
 * @param high name score of the band "probable"
 */
public record Thresholds(double show, double same, double alert, double high) {
    private static final Thresholds SHIPPED = read();

    /** Returns the values of the last measurement. */
    public static Thresholds shipped() {
        return SHIPPED;
    }

    private static Thresholds read() {
        var values = new Properties();
        try (var in = Thresholds.class.getResourceAsStream("/parley/identity/thresholds.properties")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks parley/identity/thresholds.properties; build it again.");
            }
            values.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("thresholds.properties in the jar cannot be read", e);
        }
        return new Thresholds(
                value(values, "show"), value(values, "same"), value(values, "alert"), value(values, "high"));
    }

    private static double value(Properties values, String key) {
        String text = values.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("thresholds.properties lacks " + key + "; run the bench program again.");
        }
        return Double.parseDouble(text);
    }
}
