package parley.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of RFC 6238, appendix B, of which an authenticator shows the last six digits. */
final class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void a_code_counts_one_step_early_or_late_and_once() {
        Instant now = Instant.ofEpochSecond(1_000_000_020);
        String code = Totp.code(SECRET, now);
        long step = Totp.matches(SECRET, code, now, 0);
        assertThat(step).isEqualTo(Totp.step(now));
        assertThat(Totp.matches(SECRET, code, now.plusSeconds(30), 0)).isEqualTo(step);
        assertThat(Totp.matches(SECRET, code, now.minusSeconds(30), 0)).isEqualTo(step);
        assertThat(Totp.matches(SECRET, code, now.plusSeconds(60), 0)).isEqualTo(-1);
        assertThat(Totp.matches(SECRET, code, now, step)).isEqualTo(-1);
    }

    @Test
    void a_secret_is_written_as_authenticators_read_it() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
