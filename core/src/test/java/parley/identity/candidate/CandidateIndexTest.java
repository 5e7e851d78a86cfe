package parley.identity.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.identity.Subject;
import parley.identity.Subject.Kind;
import parley.identity.match.PreparedSubject;
import parley.identity.match.Thresholds;

/** A name is found however one letter of it is spoiled, the first included; invented names made of syllables. */
class CandidateIndexTest {
    private static final long SEED = 7;
    private static final int RECORDS = 5000;
    private static final List<PreparedSubject> SUBJECTS = subjects();
    private static final CandidateIndex INDEX = CandidateIndex.of(SUBJECTS);

    private static List<PreparedSubject> subjects() {
        var random = new Random(SEED);
        var all = new ArrayList<PreparedSubject>();
        for (int i = 0; i < RECORDS; i++) {
            all.add(PreparedSubject.of(
                    Subject.named(Kind.PERSON, word(random) + " " + word(random) + " " + word(random))));
        }
        return List.copyOf(all);
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            word.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.append("nrkt".charAt(random.nextInt(4))).toString();
    }

    @Test
    void a_spoiled_letter_hides_nobody() {
        var random = new Random(SEED + 1);
        var search = new CandidateIndex.Search(INDEX, Screener.CANDIDATES);
        int missed = 0;
        for (int r = 0; r < RECORDS; r += 5) {
            String name = SUBJECTS.get(r).subject().names().getFirst().text();
            missed += found(spoil(name, random, r % 4), r, search) ? 0 : 1;
        }
        assertThat(missed).as("of 1000, seed %d", SEED).isLessThanOrEqualTo(5);
    }

    @Test
    void order_and_alphabet_hide_nobody() {
        var search = new CandidateIndex.Search(INDEX, Screener.CANDIDATES);
        for (int r = 0; r < RECORDS; r += 50) {
            String[] words = SUBJECTS.get(r).subject().names().getFirst().text().split(" ", -1);
            assertThat(found(words[2] + ", " + words[0] + " " + words[1], r, search))
                    .isTrue();
            assertThat(found(words[0] + words[1] + " " + words[2], r, search)).isTrue();
        }
    }

    @Test
    void equal_questions_give_equal_answers_and_screening_tells_why() {
        var screener = new Screener(SUBJECTS, INDEX, Thresholds.shipped());
        PreparedSubject query = SUBJECTS.get(17);
        List<Screener.Hit> hits = screener.screen(query);
        assertThat(hits.getFirst().record()).isEqualTo(17);
        assertThat(hits.getFirst().match().name()).isEqualTo(1);
        assertThat(screener.screen(query)).isEqualTo(hits);
    }

    @Test
    void an_empty_register_finds_nothing() {
        CandidateIndex empty = CandidateIndex.of(List.of());
        var search = new CandidateIndex.Search(empty, 10);
        empty.search(SUBJECTS.getFirst().names(), search);
        assertThat(search.found).isZero();
    }

    private static boolean found(String query, int record, CandidateIndex.Search search) {
        INDEX.search(PreparedSubject.of(Subject.named(Kind.PERSON, query)).names(), search);
        for (int c = 0; c < search.found; c++) {
            if (search.candidate[c] == record) {
                return true;
            }
        }
        return false;
    }

    private static String spoil(String name, Random random, int how) {
        var spoiled = new StringBuilder(name);
        int at = how == 0 ? 0 : 1 + random.nextInt(3);
        switch (random.nextInt(3)) {
            case 0 -> spoiled.setCharAt(at, 'w');
            case 1 -> spoiled.deleteCharAt(at);
            default -> spoiled.insert(at, 'c');
        }
        return spoiled.toString();
    }
}
