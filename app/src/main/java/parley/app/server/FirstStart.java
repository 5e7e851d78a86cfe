package parley.app.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import parley.app.cases.CaseImport;
import parley.app.cases.Known;
import parley.app.people.Account;
import parley.app.people.Accounts;
import parley.app.people.Role;
import parley.app.record.CaseRecord;
import parley.app.record.Label;
import parley.app.security.Site;
import parley.roadmap.Case;

/** What happens before the first request: cases that are not there yet are brought in, the first people are invited. */
public final class FirstStart {
    private final Server.Parts parts;
    private final Path data;
    private final Consumer<String> says;

    public FirstStart(Server.Parts parts, Path data, Consumer<String> says) {
        this.parts = parts;
        this.data = data;
        this.says = says;
    }

    /** Who may come in by which link, and the file that keeps the links. */
    public record Link(String who, String token) {}

    /** What to tell who started the server. */
    public record Links(List<Link> links, Path file, boolean nobodyYet) {
        void tell(Site site, PrintWriter out) throws IOException {
            if (!links.isEmpty()) {
                List<String> lines = links.stream()
                        .map(l -> "%s/welcome/%s  %s".formatted(site.address(), l.token(), l.who()))
                        .toList();
                Files.deleteIfExists(file);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(file, lines);
            }
            if (links.size() > 1) {
                out.println("One-time links, one for each person, in " + file);
            }
            if (links.isEmpty()) {
                out.println("Parley is at " + site.address());
            } else {
                out.printf(
                        "Parley is at %s, first sign-in: %s/welcome/%s%n",
                        site.address(), site.address(), links.getFirst().token());
            }
        }
    }

    /** Brings in the cases of a folder that the record does not have, and invites who is needed. */
    public Links prepare(Path cases, boolean people) throws IOException {
        parts.accounts().require(Accounts.SYSTEM);
        List<String> known = parts.keeper()
                .sql("select id from \"case\"")
                .query(String.class)
                .list();
        List<String> fresh = new ArrayList<>();
        for (Path folder : folders(cases)) {
            if (known.contains(String.valueOf(folder.getFileName()))) {
                continue;
            }
            says.accept("bringing in " + folder.getFileName());
            fresh.add(CaseImport.of(folder, parts.record()));
        }
        List<Link> links = new ArrayList<>();
        if (parts.accounts().nobodyYet()) {
            Account first = parts.accounts().byLogin("secretariat");
            if (first == null) {
                first = parts.accounts().make("Secretariat", "secretariat");
            }
            links.add(new Link(
                    "Secretariat, signs in as `secretariat`", parts.accounts().invite(first.id())));
        }
        for (String caseId : fresh) {
            Account secretariat = parts.accounts().byLogin("secretariat");
            if (secretariat != null) {
                give(caseId, secretariat, Role.SECRETARIAT, "", Label.WHOLE);
            }
            if (people) {
                links.addAll(invitePeople(caseId));
            }
        }
        return new Links(
                links, data.resolve("first-sign-ins.txt"), parts.accounts().nobodyYet());
    }

    private static List<Path> folders(Path cases) throws IOException {
        Path belarus = cases.resolve("belarus");
        if (!Files.isDirectory(cases)) {
            return List.of();
        }
        if (Files.isDirectory(belarus)) {
            return List.of(belarus);
        }
        try (Stream<Path> all = Files.list(cases)) {
            return all.filter(p -> Files.isRegularFile(p.resolve("case.parley")))
                    .sorted()
                    .toList();
        }
    }

    private void give(String caseId, Account account, Role role, String body, Label clearance) {
        parts.roles()
                .give(
                        caseId,
                        new CaseRecord.Author(Accounts.SYSTEM.id(), ""),
                        account.id(),
                        role,
                        body,
                        clearance,
                        "Set up at the first start");
    }

    /** Makes somebody for each role of a case, so that it can be tried out. */
    private List<Link> invitePeople(String caseId) {
        List<Link> links = new ArrayList<>();
        for (Person p : people(caseId)) {
            String login = p.role() == Role.ANALYST
                    ? "analyst"
                    : p.body() + "-" + p.role().word();
            Account account = parts.accounts().byLogin(login);
            if (account == null) {
                account = parts.accounts().make(p.name(), login);
                links.add(new Link(
                        "%s, signs in as `%s`".formatted(p.name(), login),
                        parts.accounts().invite(account.id())));
            }
            give(caseId, account, p.role(), p.body(), p.clearance());
        }
        return links;
    }

    private record Person(String name, Role role, String body, Label clearance) {}

    private List<Person> people(String caseId) {
        Account secretariat = parts.accounts().byLogin("secretariat");
        Known known = secretariat == null
                ? null
                : parts.cases()
                        .dossier(secretariat.id(), caseId)
                        .knownAt(LocalDate.ofInstant(parts.clock().instant(), ZoneOffset.UTC));
        if (known == null) {
            return List.of();
        }
        Case theCase = known.theCase();
        List<Person> all = new ArrayList<>();
        all.add(new Person("Analyst", Role.ANALYST, "", Label.PARTNERS));
        theCase.partners()
                .forEach(p -> all.add(new Person(
                        p.title() + " desk", Role.DESK, p.id(), new Label(Label.Level.PARTNERS, List.of(p.id())))));
        theCase.all(parley.roadmap.Verifier.class)
                .forEach(v -> all.add(
                        new Person(v.title(), Role.VERIFIER, v.id(), new Label(Label.Level.COUNTERPART, List.of()))));
        theCase.all(parley.roadmap.Stakeholder.class)
                .forEach(s -> all.add(new Person(
                        s.title(), Role.STAKEHOLDER, s.id(), new Label(Label.Level.COUNTERPART, List.of()))));
        return all;
    }
}
