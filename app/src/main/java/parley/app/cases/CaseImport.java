package parley.app.cases;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.app.copies.ReadingCopies;
import parley.app.people.Accounts;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Label;
import parley.cli.CaseFolder;
import parley.cli.RecordFolder;
import parley.copy.Copies;
import parley.language.CaseText;
import parley.language.Checked;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.text.Source;

/** Brings the folder of a case into the record: its texts as the version in force, its facts as the rows they are. */
public final class CaseImport {
    /** The column of each table that names what a row is about, where one does. */
    private static final Map<String, String> ABOUT = Map.of(
            "acts.csv", "measure",
            "decisions.csv", "measure",
            "signatures.csv", "concession");

    /** The register of releases as they were announced; it decides nothing, evidence says what became of whom. */
    public static final String RELEASES = "releases.csv";

    private CaseImport() {}

    /**
     * Brings a case in.
     *
     * @return the id of the case
     * @throws IOException if the folder cannot be read or its text or record has errors; the message says which
     */
    public static String of(Path folder, CaseRecord record) throws IOException {
        if (!(CaseFolder.read(folder) instanceof CaseFolder.Found found)) {
            throw new IOException("`%s` is no folder of a case.".formatted(folder));
        }
        Checked checked = CaseText.read(found.sources());
        Case theCase = checked.theCase();
        if (theCase == null || checked.hasErrors()) {
            throw new IOException(
                    "The case in `%s` has errors; `parley check %s` tells them.".formatted(folder, folder));
        }
        RecordFolder facts = RecordFolder.read(found.root(), theCase.facts());
        Path announced = facts.folder().resolve(RELEASES);
        String releases = Files.isRegularFile(announced) ? Files.readString(announced) : "";
        Map<String, String> files = new TreeMap<>();
        found.sources().forEach(s -> files.put(s.name(), s.text()));
        record.change(theCase.id(), new CaseRecord.Author(Accounts.SYSTEM.id(), ""), w -> {
            requireNew(w.connection(), theCase);
            String hash = version(files);
            String says = "The case as it ships";
            long adopted = w.add(new Deed.TextAdopted(hash, files), Label.WHOLE, says);
            ReadingCopies.ofVersion(w.connection(), theCase.id(), hash, adopted, w.at(), files);
            for (Map.Entry<String, Source> file : facts.files().entrySet()) {
                for (Map.Entry<Label, String> part :
                        byLabel(theCase, file.getKey(), file.getValue().text()).entrySet()) {
                    w.add(new Deed.RowsFiled(file.getKey(), part.getValue()), part.getKey(), says);
                }
            }
            if (!releases.isEmpty()) {
                w.add(new Deed.RowsFiled(RELEASES, releases), Label.PUBLIC, says);
            }
        });
        return theCase.id();
    }

    private static void requireNew(Connection c, Case theCase) throws SQLException {
        try (PreparedStatement s = c.prepareStatement("insert into \"case\" (id, title) values (?, ?)")) {
            s.setString(1, theCase.id());
            s.setString(2, theCase.title().isEmpty() ? theCase.id() : theCase.title());
            s.executeUpdate();
        }
    }

    /** Returns the hash that names a text: of all its files, each under its name. */
    public static String version(Map<String, String> files) {
        var all = new StringBuilder();
        new TreeMap<>(files)
                .forEach((name, text) ->
                        all.append(name).append(' ').append(Copies.sha256(text)).append('\n'));
        return Copies.sha256(all.toString());
    }

    /** Returns the rows of a table by who may read them: those who may read what a row is about. */
    private static Map<Label, String> byLabel(Case theCase, String table, String csv) {
        Map<String, Label> labels = new HashMap<>();
        for (Declaration d : theCase.declarations()) {
            labels.put(d.id(), Label.of(d.secrecy()));
        }
        Map<Label, List<CsvRecord>> parts = new LinkedHashMap<>();
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            reader.forEach(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> header = rows.getFirst().getFields();
        int about = header.indexOf(ABOUT.getOrDefault(table, ""));
        for (CsvRecord row : rows.subList(1, rows.size())) {
            Label label = about < 0 ? Label.PUBLIC : labels.getOrDefault(row.getField(about), Label.PUBLIC);
            parts.computeIfAbsent(label, _ -> new ArrayList<>()).add(row);
        }
        Map<Label, String> texts = new LinkedHashMap<>();
        parts.forEach((label, part) -> texts.put(label, text(header, part)));
        return texts;
    }

    private static String text(List<String> header, List<CsvRecord> rows) {
        var out = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                .build(out)) {
            writer.writeRecord(header);
            rows.forEach(r -> writer.writeRecord(r.getFields()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
