package parley.lists.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import parley.identity.match.Band;
import parley.identity.match.Thresholds;
import parley.lists.record.Draft;
import parley.lists.record.Listing;
import parley.lists.record.Name;
import parley.lists.record.When;

/** A name is found on every list in force that day, with the reason; what has ended is not found. All names are invented. */
class LiveIndexTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private static Listing listing(
            String list, String id, String name, int birthYear, String listed, Listing.State state) {
        var draft = new Draft();
        draft.names.add(Name.of(name, Name.Use.PRIMARY));
        if (birthYear > 0) {
            draft.births.add(new When(birthYear, 6, 2, 0, false, null, birthYear + "-06-02"));
        }
        draft.citizenship("Belarus");
        draft.dates = Listing.LawDates.listed(listed);
        draft.state = state;
        return draft.done(list, id, Listing.Kind.PERSON, new Listing.Place("a.csv", 1, 2));
    }

    private static LiveIndex index(LocalDate day) {
        return LiveIndex.of(
                List.of(
                        new ListState(
                                "eu-oj",
                                "one",
                                List.of(
                                        listing(
                                                "eu-oj",
                                                "1",
                                                "Dzmitry PRYMERAU",
                                                1970,
                                                "2021-06-21",
                                                Listing.State.LISTED),
                                        listing(
                                                "eu-oj",
                                                "2",
                                                "Dzmitry PRYMERAU",
                                                0,
                                                "2021-06-21",
                                                Listing.State.DELISTED),
                                        listing(
                                                "eu-oj",
                                                "3",
                                                "Valiantsina UZORAVA",
                                                0,
                                                "2026-05-30",
                                                Listing.State.LISTED))),
                        new ListState(
                                "ca-sema",
                                "two",
                                List.of(listing(
                                        "ca-sema", "x", "Dmitri PRIMEROV", 1970, "2021-08-09", Listing.State.LISTED)))),
                day,
                Thresholds.shipped());
    }

    @Test
    void a_cyrillic_name_finds_the_records_of_all_lists_and_says_why() {
        List<Hit> hits = index(DAY).screen(new Query("Дмитрий Примеров", "person", "1970-06-02", "BY", ""));
        assertThat(hits).extracting(Hit::key).containsExactlyInAnyOrder("eu-oj:1", "ca-sema:x");
        Hit hit = hits.getFirst();
        assertThat(hit.band()).isEqualTo(Band.PROBABLE);
        assertThat(hit.why().tree()).contains("birth day equal", "PR", "not compared: identifiers");
        assertThat(hit.basis()).contains("birth date: 1970-06-02", "country: BY");
        assertThat(hit.place()).isEqualTo("a.csv:2 (record 1)");
    }

    @Test
    void what_is_not_yet_listed_on_the_day_is_not_found() {
        Query query = Query.of("Valentina Uzorova");
        assertThat(index(DAY).screen(query)).extracting(Hit::record).contains("3");
        assertThat(index(LocalDate.of(2026, 5, 1)).screen(query)).isEmpty();
    }

    @Test
    void look_alikes_are_those_of_other_lists() {
        assertThat(index(DAY).alike("eu-oj:1")).extracting(Hit::key).containsExactly("ca-sema:x");
        assertThat(index(DAY).alike("eu-oj:2")).as("ended").isEmpty();
    }

    @Test
    void a_question_that_cannot_be_understood_is_told_how_to_mend_it() {
        assertThat(new Query("", "", "", "", "").wrong()).contains("no name");
        assertThat(new Query("A", "", "1970-13-01", "", "").wrong()).contains("no date of birth");
        assertThat(new Query("A", "", "", "Atlantis", "").wrong()).contains("no country");
        assertThat(new Query("A", "beast", "", "", "").wrong()).contains("no kind");
        assertThat(new Query("A", "person", "2.6.1970", "Belarus", "1").wrong()).isNull();
    }

    @Test
    void the_index_before_answers_while_its_successor_is_built() throws InterruptedException {
        var register = new LiveRegister();
        LiveIndex first =
                register.fresh(Map.of("eu-oj", "one"), DAY, () -> List.of(new ListState("eu-oj", "one", List.of())));
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var second = new AtomicReference<LiveIndex>();
        Thread builder = Thread.ofVirtual()
                .start(() -> second.set(register.fresh(Map.of("eu-oj", "two"), DAY, () -> {
                    begun.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return List.of(new ListState("eu-oj", "two", List.of()));
                })));
        begun.await();
        assertThat(register.current(Map.of("eu-oj", "two"), DAY, List::of)).isSameAs(first);
        goOn.countDown();
        builder.join();
        assertThat(register.current(Map.of("eu-oj", "two"), DAY, List::of))
                .isSameAs(second.get())
                .isNotSameAs(first);
    }
}
