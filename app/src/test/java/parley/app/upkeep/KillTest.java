package parley.app.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server, the database, or both are killed at any moment of writing; at the next start nothing acknowledged is
 * missing and the record is sound. {@code -Dparley.kills=200} for the long run; its figures stand in bench/README.md.
 */
final class KillTest {
    private static final long SEED = 20261125;

    @TempDir
    private static Path folder;

    @Test
    void what_was_acknowledged_survives_being_killed() throws Exception {
        Path data = folder.resolve("data");
        int cycles = Integer.getInteger("parley.kills", 4);
        var random = new Random(SEED);
        int acknowledged = 0;
        for (int i = 0; i < cycles; i++) {
            Life life = Life.begin(data);
            life.writes(1 + random.nextInt(200), "the start");
            // Somewhere within the next writes, not at the end of one.
            TimeUnit.MICROSECONDS.sleep(random.nextInt(3000));
            kill(life, i);
            life.close();
            acknowledged += life.acknowledged();
            Soundness.check(data, life, "cycle " + i);
        }
        assertThat(acknowledged).isGreaterThan(0);
    }

    private static void kill(Life life, int number) throws Exception {
        switch (number % 3) {
            case 0 -> life.process().destroyForcibly();
            case 1 -> {
                life.database().forEach(ProcessHandle::destroyForcibly);
                // The server starts its database again and goes on.
                life.writes(5, "the end of its database");
            }
            default -> {
                life.database().forEach(ProcessHandle::destroyForcibly);
                life.process().destroyForcibly();
            }
        }
    }
}
