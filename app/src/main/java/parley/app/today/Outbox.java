package parley.app.today;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.app.cases.Cases;
import parley.app.cases.Dossier;
import parley.app.cases.Known;
import parley.app.people.Account;
import parley.app.people.Accounts;
import parley.app.people.Membership;
import parley.app.people.Roles;
import parley.app.people.WebSessions.WebSession;
import parley.app.web.Visit;
import parley.app.web.Words;

/**
 * The letters of a day as files that any mail program sends: one for each person and case, in {@code DATA/outbox}. The name
 * says day, case and person, and a letter that is there is left alone, so the job may run twice, or on two servers.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final DateTimeFormatter MAIL_DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int LINE_BYTES = 76;

    private final Path folder;
    private final Accounts accounts;
    private final Roles roles;
    private final Cases cases;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;

    public Outbox(Path data, Accounts accounts, Roles roles, Cases cases, InstantSource clock) {
        this.folder = data.resolve("outbox");
        this.accounts = accounts;
        this.roles = roles;
        this.cases = cases;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("outbox").factory());
    }

    /** Writes the letters of each day, soon after it began or the server started. */
    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::tried, 1, 60, TimeUnit.MINUTES);
    }

    private void tried() {
        try {
            write();
        } catch (IOException | RuntimeException e) {
            // The next hour tries again; the pages show the same without letters.
            LOG.error("the letters of the day could not be written", e);
        }
    }

    /** Writes the letters of today that are not there yet and returns their names. */
    public List<String> write() throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Instant now = clock.instant();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        List<String> written = new java.util.ArrayList<>();
        for (Account account : accounts.all()) {
            var byCase = roles.of(account.id()).stream().collect(Collectors.groupingBy(Membership::caseId));
            for (var one : new java.util.TreeMap<>(byCase).entrySet()) {
                String name = "%s-%s-%s.eml".formatted(today, one.getKey(), safe(account.login()));
                if (Files.exists(folder.resolve(name))) {
                    continue;
                }
                String letter = letter(account, one.getKey(), one.getValue(), today, now);
                if (!letter.isEmpty() && put(name, letter)) {
                    written.add(name);
                }
            }
        }
        return written;
    }

    /** A letter appears whole or not at all, and never in the place of another. */
    private boolean put(String name, String letter) throws IOException {
        Path unfinished = Files.createTempFile(
                folder,
                ".letter",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(unfinished, letter);
            Files.createLink(folder.resolve(name), unfinished);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static String safe(String login) {
        return login.replaceAll("[^a-z0-9._-]", "_");
    }

    private String letter(Account account, String caseId, List<Membership> held, LocalDate today, Instant now) {
        Dossier dossier = cases.dossier(account.id(), caseId);
        Known known = dossier.knownAt(today);
        if (known == null) {
            return "";
        }
        var session = new WebSession(account, now, now, false, "");
        var visit = new Visit(session, "", dossier, known, held, today, today, "");
        List<Attention.Item> items = Attention.of(visit);
        if (items.isEmpty()) {
            return "";
        }
        String title = Words.title(visit.theCase());
        long begun = items.stream()
                .filter(i -> {
                    LocalDate due = i.due();
                    return due != null && Reminder.begins(due, today);
                })
                .count();
        String subject = "%s, %s: %s%s"
                .formatted(
                        title,
                        Words.day(today),
                        Words.counted(items.size(), "thing needs you", "things need you"),
                        begun == 0 ? "" : ", " + Words.counted(begun, "reminder", "reminders") + " today");
        return eml(account, caseId, subject, Calendar.digest(title, today, items), today, now);
    }

    /** Returns a message of RFC 5322; the address is made up, whoever sends it knows the real one. */
    static String eml(Account account, String caseId, String subject, String text, LocalDate day, Instant now) {
        String login = safe(account.login());
        String body = Base64.getMimeEncoder(LINE_BYTES, "\r\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return String.join(
                        "\r\n",
                        "Date: " + MAIL_DATE.format(now),
                        "From: Parley <parley@parley.invalid>",
                        "To: %s <%s@parley.invalid>".formatted(word(account.name()), login),
                        "Subject: " + word(subject),
                        "Message-ID: <%s.%s.%s@parley.invalid>".formatted(day, caseId, login),
                        "X-Parley-Login: " + login,
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=utf-8",
                        "Content-Transfer-Encoding: base64",
                        "",
                        body)
                + "\r\n";
    }

    /** Headers are plain ASCII (RFC 2047), and a line end in a name ends no header. */
    private static String word(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 127 && "<>@,;:\\\"()[]".indexOf(c) < 0);
        if (plain) {
            return text;
        }
        var out = new StringBuilder();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // An encoded word has at most 75 characters; letters of several bytes are not cut in two.
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 42);
            while (to < bytes.length && (bytes[to] & 0xC0) == 0x80) {
                to--;
            }
            out.append(out.isEmpty() ? "" : "\r\n ")
                    .append("=?utf-8?B?")
                    .append(Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(bytes, from, to)))
                    .append("?=");
            from = to;
        }
        return out.toString();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
