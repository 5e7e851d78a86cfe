package parley.app.today;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import parley.app.web.Words;
import parley.copy.Copies;

/** Days on which something is due, as a calendar that other programs read (RFC 5545). */
public final class Calendar {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The longest line in bytes; longer ones go on in the next, after a space. */
    private static final int LINE_BYTES = 75;

    private Calendar() {}

    /** Returns the feed: an event for each thing with a day. */
    public static String of(String caseId, String title, List<Attention.Item> items, Instant now) {
        var out = new StringBuilder();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Parley//Parley//EN");
        line(out, "X-WR-CALNAME:" + escaped(title));
        for (Attention.Item item : items) {
            LocalDate due = item.due();
            if (due == null) {
                continue;
            }
            line(out, "BEGIN:VEVENT");
            line(
                    out,
                    "UID:%s@%s.parley"
                            .formatted(
                                    Copies.sha256(item.who() + item.what() + due)
                                            .substring(0, 32),
                                    caseId));
            line(out, "DTSTAMP:" + STAMP.format(now));
            line(out, "DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(due));
            line(out, "DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(due.plusDays(1)));
            line(out, "SUMMARY:" + escaped(item.who() + ": " + item.what()));
            if (!item.otherwise().isEmpty()) {
                line(out, "DESCRIPTION:" + escaped("If nobody acts: " + item.otherwise()));
            }
            line(out, "END:VEVENT");
        }
        line(out, "END:VCALENDAR");
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    private static void line(StringBuilder out, String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LINE_BYTES) {
                out.append("\r\n ");
                bytes = 1;
            }
            out.appendCodePoint(point);
            bytes += size;
            i += Character.charCount(point);
        }
        out.append("\r\n");
    }

    /** Returns the same as lines of a letter, for those who read mail. */
    public static String digest(String title, LocalDate day, List<Attention.Item> items) {
        var out = new StringBuilder(
                "%s on %s%n%n".formatted(title, Words.day(day)).replace("\r\n", "\n"));
        if (items.isEmpty()) {
            return out.append("Nothing waits for you.\n").toString();
        }
        for (Attention.Item item : items) {
            LocalDate due = item.due();
            String reminder = item.reminder(day);
            out.append("- ")
                    .append(reminder.isEmpty() ? "" : "[%s] ".formatted(reminder))
                    .append(due == null ? "" : "by %s (%s): ".formatted(Words.day(due), Words.from(day, due)))
                    .append(item.who())
                    .append(": ")
                    .append(item.what())
                    .append(item.otherwise().isEmpty() ? "" : ". If nobody acts: " + item.otherwise())
                    .append('\n');
        }
        return out.toString();
    }
}
