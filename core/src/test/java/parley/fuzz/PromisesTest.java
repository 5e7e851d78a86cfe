package parley.fuzz;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A short run of random programs, the same each time. Runs guided by coverage are {@code bench/fuzz.sh}: inside the JVM of
 * the tests Jazzer would rewrite the classes that all others are testing.
 */
class PromisesTest {
    private static final int RUNS = 1500;

    @ParameterizedTest
    @ValueSource(bytes = {0, 1, 2, 3, 4, 5, (byte) 0x82, (byte) 0x83})
    void random_programs_keep_the_promises(byte promise) {
        for (int seed = 0; seed < RUNS; seed++) {
            var random = new Random(seed * 8L + promise);
            byte[] data = new byte[2 + random.nextInt(random.nextInt(10) == 0 ? 2000 : 60)];
            random.nextBytes(data);
            data[0] = promise;
            try {
                Promises.fuzzerTestOneInput(data);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("promise %d, seed %d".formatted(promise, seed), e);
            }
        }
    }

    @Test
    void the_longest_program_is_run_to_its_end() {
        byte[] data = new byte[4096];
        new Random(1).nextBytes(data);
        data[0] = 2;
        Promises.fuzzerTestOneInput(data);
    }
}
