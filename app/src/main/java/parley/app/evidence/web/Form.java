package parley.app.evidence.web;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import parley.app.web.Refused;
import parley.evidence.ConfidenceLevel;
import parley.evidence.Event;
import parley.evidence.Grade;
import parley.evidence.Item;
import parley.evidence.Likelihood;
import parley.evidence.Predicate;
import parley.evidence.Rung;
import parley.evidence.SourceClass;

/** Reads the fields of the forms; what is not one of the words offered is refused in a sentence. */
final class Form {
    /** The fields that {@link #judged} reads; these constants are for {@link parley.app.web.Fields}. */
    static final String JUDGED = "letter-* digit-* contradiction likelihood confidence rung alternatives";

    /** The fields that {@link #item} reads. */
    static final String ITEM = "itemTitle kind from captured source restsOn marks information file sourceTitle"
            + " sourceClass organisation party anonymous drawsOn letter";

    /** The fields that {@link #filing} reads. */
    static final String FILING = JUDGED + " " + ITEM
            + " body says on days predicate object concession items series* value* replaces" + " replacesWhy to toDays";

    /** The fields that {@link ListTaking#read} reads. */
    static final String LIST = "body publisher publisherTitle criteria asOf obtained from verifiersToo csv";

    private static final int MOST_LETTERS = 500;
    private static final int MOST_DAYS = 400;

    private final MultiValueMap<String, String> fields;

    Form(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    String text(String name) {
        String value = fields.getFirst(name);
        String plain = value == null ? "" : value.strip();
        if (plain.length() > MOST_LETTERS * 4) {
            throw new Refused("The field `%s` is too long.".formatted(name));
        }
        return plain;
    }

    private List<String> all(String name) {
        List<String> values = fields.get(name);
        return values == null
                ? List.of()
                : values.stream().filter(v -> !v.isBlank()).toList();
    }

    /** Reads what all claims of an import share. */
    Filing shared(String says, LocalDate on, int days, String concession, Map<String, String> numbers) {
        return new Filing(
                text("body"),
                says,
                on,
                days,
                word(Predicate.values(), text("predicate")),
                "",
                concession,
                numbers,
                List.of(),
                null,
                judged(),
                "",
                "",
                Filing.Extra.NONE);
    }

    /** Reads a claim about a subject that its page knows, with rows of its own. */
    Filing about(String says, LocalDate on, String predicate, String object, List<String> items, Filing.Extra extra) {
        return new Filing(
                text("body"), says, on, 0, predicate, object, "", Map.of(), items, null, judged(), "", "", extra);
    }

    Filing filing(@Nullable MultipartFile file) {
        int days = whole("days", 0, MOST_DAYS);
        return new Filing(
                text("body"),
                text("says"),
                day(text("on")),
                days,
                text("replaces").isEmpty() ? word(Predicate.values(), text("predicate")) : "",
                text("object"),
                text("concession"),
                numbers(),
                all("items"),
                text("itemTitle").isBlank() ? null : item(file),
                judged(),
                text("replaces"),
                "",
                new Filing.Extra(
                        "",
                        List.of(),
                        text("replaces").isEmpty() ? "" : word(Event.Superseded.Why.values(), text("replacesWhy")),
                        text("to").isEmpty() ? null : day(text("to")),
                        whole("toDays", 0, MOST_DAYS)));
    }

    private Map<String, String> numbers() {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (int i = 1; i <= EvidencePages.NUMBERS; i++) {
            String series = text("series" + i);
            if (!series.isEmpty() && numbers.put(series, text("value" + i)) != null) {
                throw new Refused("The series `%s` stands twice in the form.".formatted(series));
            }
        }
        return numbers;
    }

    Filing.NewItem item(@Nullable MultipartFile file) {
        String source = text("source");
        return new Filing.NewItem(
                text("itemTitle"),
                word(Item.Kind.values(), text("kind")),
                text("from").isEmpty() ? "not said" : text("from"),
                day(text("captured")),
                source,
                source.equals("new") ? newSource() : null,
                all("restsOn"),
                all("marks").stream().map(m -> word(Item.Mark.values(), m)).toList(),
                whole("information", 1, 6),
                original(file));
    }

    private Filing.NewSource newSource() {
        return new Filing.NewSource(
                text("sourceTitle"),
                word(SourceClass.values(), text("sourceClass")),
                text("organisation"),
                text("party"),
                !text("anonymous").isEmpty(),
                all("drawsOn"),
                letter(text("letter")));
    }

    private static Sealed.@Nullable Original original(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        if (file.getSize() > Sealed.MOST_BYTES) {
            throw new Refused(
                    "The file has more than 20 megabytes. File its hash in the title and keep the original yourself.");
        }
        String name = file.getOriginalFilename();
        try {
            return Sealed.Original.of(name == null ? "original" : name, file.getBytes());
        } catch (IOException e) {
            throw new Refused("The file did not arrive whole. Send it again.");
        }
    }

    Filing.Judged judged() {
        Map<String, Integer> information = new TreeMap<>();
        Map<String, String> letters = new TreeMap<>();
        fields.keySet().forEach(name -> {
            if (name.startsWith("digit-") && !text(name).isEmpty()) {
                information.put(name.substring("digit-".length()), whole(name, 1, 6));
            }
            if (name.startsWith("letter-") && !letter(text(name)).isEmpty()) {
                letters.put(name.substring("letter-".length()), text(name));
            }
        });
        return new Filing.Judged(
                information,
                letters,
                !text("contradiction").isEmpty(),
                likelihood(text("likelihood")),
                word(ConfidenceLevel.values(), text("confidence")),
                word(Rung.values(), text("rung").isEmpty() ? "clear-and-convincing" : text("rung")),
                text("alternatives")
                        .lines()
                        .map(String::strip)
                        .filter(l -> !l.isEmpty())
                        .toList());
    }

    private static String likelihood(String text) {
        return Arrays.stream(Likelihood.values())
                .map(Likelihood::word)
                .filter(w -> w.equals(text))
                .findFirst()
                .map(w -> w.equals("roughly even chance") ? "roughly even" : w)
                .orElseThrow(() -> new Refused("Say how likely it is, in a word of the scale."));
    }

    private static String letter(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return Arrays.stream(Grade.Letter.values())
                .map(Grade.Letter::name)
                .filter(l -> l.equals(text))
                .findFirst()
                .orElseThrow(() -> new Refused("A source has a letter from A to F."));
    }

    private int whole(String name, int least, int most) {
        String text = text(name);
        if (text.isEmpty()) {
            return least;
        }
        try {
            int n = Integer.parseInt(text);
            if (n >= least && n <= most) {
                return n;
            }
        } catch (NumberFormatException e) {
            throw new Refused("`%s` is no whole number.".formatted(text));
        }
        throw new Refused("The field `%s` takes a number from %d to %d.".formatted(name, least, most));
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refused("`%s` is no day. Write it like 2026-06-01.".formatted(text));
        }
    }

    /** Returns the word of the record for one of the words of a closed list. */
    static <E extends Enum<E>> String word(E[] all, String text) {
        return Arrays.stream(all)
                .map(Form::word)
                .filter(w -> w.equals(text))
                .findFirst()
                .orElseThrow(() -> new Refused("`%s` is not one of %s."
                        .formatted(
                                text,
                                String.join(
                                        ", ", Arrays.stream(all).map(Form::word).toList()))));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
