package parley.app.evidence.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import parley.app.web.Refused;

/**
 * A list that is to be taken in.
 *
 * @param body for whom it is filed; empty for the secretariat
 * @param publisher a source, or {@code own}
 * @param verifiersToo whether verifiers read it; if not, it stays among partners
 */
record ListTaking(
        String body,
        String publisher,
        String publisherTitle,
        String criteria,
        LocalDate asOf,
        LocalDate obtained,
        String from,
        boolean verifiersToo,
        String csv) {
    private static final int MOST_CHARACTERS = 1_500_000;

    static ListTaking read(Form form, String csv, LocalDate today) {
        String criteria = form.text("criteria");
        if (!criteria.matches("[a-z0-9][a-z0-9-]{1,60}")) {
            throw new Refused(
                    "Name the set of criteria in one word, such as pace-1900-2012 or guidelines-2013: two lists of other criteria are two lists.");
        }
        LocalDate asOf = Form.day(form.text("asOf"));
        LocalDate obtained = Form.day(form.text("obtained"));
        if (obtained.isBefore(asOf) || obtained.isAfter(today)) {
            throw new Refused(
                    "The list is as of %s and was obtained on %s. It is obtained on or after its day, and not in days to come."
                            .formatted(asOf, obtained));
        }
        if (csv.length() > MOST_CHARACTERS) {
            throw new Refused("A list has at most %d letters. Leave out columns that nobody compares."
                    .formatted(MOST_CHARACTERS));
        }
        return new ListTaking(
                form.text("body"),
                form.text("publisher"),
                form.text("publisherTitle"),
                criteria,
                asOf,
                obtained,
                form.text("from").isEmpty() ? "not said" : form.text("from"),
                !form.text("verifiersToo").isEmpty(),
                csv);
    }

    Filing.NewItem item(String source) {
        boolean fresh = source.equals("new");
        return new Filing.NewItem(
                "List %s as of %s".formatted(criteria, asOf),
                "list-entry",
                from,
                obtained,
                source,
                fresh
                        ? new Filing.NewSource(
                                publisherTitle, "monitor-list", publisherTitle, "", false, java.util.List.of(), "")
                        : null,
                java.util.List.of(),
                java.util.List.of(),
                2,
                Sealed.Original.of("list-" + asOf + ".csv", csv.getBytes(StandardCharsets.UTF_8)));
    }
}
