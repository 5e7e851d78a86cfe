package parley.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.SharedFiles;
import parley.SharedFiles.Json;

/** A note is valid if a known key signed it, no known signature fails, and it is small. */
class NotesTest {
    private static final NoteSigner ANNA = NoteSigner.generate("anna", seeded(1));
    private static final NoteSigner BORIS = NoteSigner.generate("boris", seeded(2));
    private static final String TEXT = "a text\nwith two lines\n";

    @Test
    void the_vectors_of_the_specification_are_judged_as_it_says() {
        for (Json vector :
                SharedFiles.json("vectors/signed-note.json").get("signed_note").list()) {
            List<NoteKey> keys =
                    vector.get("vkeys").strings().stream().map(NoteKey::parse).toList();
            NoteVerdict verdict = Notes.verify(vector.get("note").text().getBytes(UTF_8), keys);
            assertThat(verdict instanceof NoteVerdict.Signed)
                    .as(vector.get("desc").text() + ": " + verdict)
                    .isEqualTo(vector.get("ok").isTrue());
        }
    }

    @Test
    void what_was_signed_verifies_and_says_by_whom() {
        String note = ANNA.sign(TEXT) + BORIS.line(TEXT);

        assertThat(verify(note, ANNA, BORIS)).isEqualTo(new NoteVerdict.Signed(TEXT, List.of(ANNA.key(), BORIS.key())));
        assertThat(verify(note, BORIS)).isEqualTo(new NoteVerdict.Signed(TEXT, List.of(BORIS.key())));
    }

    @Test
    void a_key_that_signs_twice_counts_once() {
        assertThat(verify(ANNA.sign(TEXT) + ANNA.line(TEXT), ANNA))
                .isEqualTo(new NoteVerdict.Signed(TEXT, List.of(ANNA.key())));
    }

    @Test
    void a_known_signature_that_fails_refuses_the_whole_note() {
        String note = ANNA.sign(TEXT) + BORIS.line("another text\n");

        assertThat(verify(note, ANNA, BORIS))
                .isEqualTo(new NoteVerdict.Refused("the signature of boris does not verify"));
    }

    @Test
    void nobody_is_never_enough() {
        assertThat(Notes.verify(new SignedNote(TEXT, List.of()), List.of())).isInstanceOf(NoteVerdict.Refused.class);
        assertThat(verify(ANNA.sign(TEXT))).isInstanceOf(NoteVerdict.Refused.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteVerdict.Signed(TEXT, List.of()));
    }

    @Test
    void every_bit_of_text_and_signature_matters() {
        byte[] note = ANNA.sign(TEXT).getBytes(UTF_8);
        for (int i = 0; i < note.length * 8; i++) {
            byte[] changed = note.clone();
            changed[i / 8] ^= (byte) (1 << (i % 8));
            assertThat(Notes.verify(changed, List.of(ANNA.key()))).isInstanceOf(NoteVerdict.Refused.class);
        }
    }

    /** Attack 14: refused by size, before anything is decoded or verified. */
    @Test
    void large_notes_are_refused_by_size() {
        String line = ANNA.line(TEXT);
        assertThat(verify(TEXT + "\n" + line.repeat(Notes.MOST_SIGNATURES), ANNA))
                .isInstanceOf(NoteVerdict.Signed.class);
        assertThat(verify(TEXT + "\n" + line.repeat(Notes.MOST_SIGNATURES + 1), ANNA))
                .isEqualTo(new NoteVerdict.Refused("a note has at most 64 signatures"));
        assertThat(verify(TEXT + "\n" + line.repeat(10_000), ANNA)).isInstanceOf(NoteVerdict.Refused.class);
        assertThat(verify(TEXT + "\n\u2014 " + "k".repeat(1_000_000) + " AAAAAAAA\n" + line, ANNA))
                .isInstanceOf(NoteVerdict.Refused.class);
        assertThat(verify(TEXT + "\n\u2014 k " + "A".repeat(1_000_000) + "\n" + line, ANNA))
                .isInstanceOf(NoteVerdict.Refused.class);
    }

    @Test
    void base64_has_one_form() {
        String loose = ANNA.sign(TEXT).replace("=\n", "\n");
        assertThat(verify(loose, ANNA)).isInstanceOf(NoteVerdict.Refused.class);
    }

    @Test
    void a_verifier_key_whose_id_is_not_its_own_is_refused() {
        String vkey = ANNA.key().vkey();
        assertThat(NoteKey.parse(vkey)).isEqualTo(ANNA.key());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoteKey.parse(vkey.replace("+" + ANNA.key().id(), "+00000000")));
    }

    @Test
    void the_fourteen_encodings_of_low_order_are_refused_at_enrolment() {
        String readme = SharedFiles.text("vectors/ed25519-cctv/README.md");
        List<String> encodings = readme.lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9a-f]{64}( .*)?"))
                .map(line -> line.substring(0, 64))
                .toList();
        assertThat(encodings).hasSize(14);
        for (String encoding : encodings) {
            assertThatIllegalArgumentException().isThrownBy(() -> new NoteKey("low", encoding));
        }
    }

    /** Pinned, so that a changed JDK is noticed: 172 of 914 are accepted. */
    @Test
    void the_criteria_of_the_jdk_are_the_pinned_ones() {
        List<Json> vectors =
                SharedFiles.json("vectors/ed25519-cctv/ed25519vectors.json").list();
        assertThat(vectors).hasSize(914);
        assertThat(vectors.stream()
                        .filter(vector -> Ed25519.verifies(
                                vector.get("key").text(),
                                vector.get("msg").text().getBytes(UTF_8),
                                HexFormat.of().parseHex(vector.get("sig").text()))))
                .hasSize(172);
    }

    @Test
    void a_stored_seed_signs_only_with_its_own_public_key() {
        byte[] seed = new byte[32];
        seed[0] = 7;
        assertThatIllegalArgumentException().isThrownBy(() -> NoteSigner.of(ANNA.key(), seed));
        assertThat(ANNA.toString()).isEqualTo("signer anna");
        assertThat(Base64.getDecoder().decode(ANNA.line(TEXT).strip().replaceFirst(".* ", "")))
                .hasSize(68);
    }

    private static NoteVerdict verify(String note, NoteSigner... known) {
        return Notes.verify(
                note.getBytes(UTF_8), Arrays.stream(known).map(NoteSigner::key).toList());
    }

    static SecureRandom seeded(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
