package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.cli.Ran.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One list through its life at the command line: imported, signed, followed by a newer state, taken back. */
class ListsRunTest {
    private static final String NAMED = """
            <INDIVIDUAL><DATAID>%d</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>%s</FIRST_NAME>\
            <UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>CDi.90%1$d</REFERENCE_NUMBER>\
            <LISTED_ON>2012-12-31</LISTED_ON></INDIVIDUAL>""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_list_is_imported_signed_compared_and_taken_back() throws IOException {
        assertThat(lists("status").out()).contains("No list is in force");

        Ran first = lists(
                "import",
                file("2026-02-27", NAMED.formatted(1, "JAN")),
                "--accept",
                "L120=invented",
                "--accept",
                "L121=invented");
        assertThat(first.code()).as(first.out() + first.err()).isZero();
        assertThat(first.out()).contains("un-sc: import 1, content 2026-02-27, 1 records", "first state of this list");
        inForce(1);

        String more = NAMED.formatted(1, "JAN") + NAMED.formatted(2, "ALES");
        Ran second =
                lists("import", file("2026-03-27", more), "--accept", "L120=invented", "--accept", "L121=invented");
        assertThat(second.code()).as(second.out() + second.err()).isZero();
        assertThat(lists("diff", "un-sc", "2026-02-27", "2026-03-27").out()).contains("import 1 (content 2026-02-27)");
        // Signatures are lines of the same journal: 1 import, 2 and 3 signatures.
        inForce(4);

        assertThat(lists("diff", "un-sc", "2026-02-27", "2026-03-27").out())
                .contains("1 added, 0 removed, 0 changed, 1 unchanged", "+ 2 ALES (person; DRC)");
        Ran back = lists("rollback", "4", "--reason", "it was invented", "--by", "anna");
        assertThat(back.code()).as(back.out() + back.err()).isZero();
        assertThat(back.out()).contains("un-sc is back at import 1.");
        assertThat(lists("status", "--on", "2026-03-28").out()).contains("content 2026-02-27", "1 records");
        assertThat(lists("fsck").code()).isZero();
    }

    @Test
    void half_a_file_is_refused_in_words_and_leaves_no_import() throws IOException {
        Path file = folder.resolve("half.xml");
        Files.writeString(
                file,
                Files.readString(Path.of(file("2026-02-27", NAMED.formatted(1, "JAN"))))
                        .replace("</INDIVIDUALS>", ""));

        Ran ran = lists("import", file.toString());

        assertThat(ran.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ran.out()).contains("error[L101]", "half.xml", "fix: ", "Refused: nothing of it is used");
        assertThat(ran.out() + ran.err()).doesNotContain("Exception", "\tat ");
        assertThat(lists("sign", "1").code()).isEqualTo(ExitCode.FINDINGS);
    }

    /** An import that was accepted in spite of a finding asks for two persons. */
    private void inForce(int number) {
        assertThat(lists("sign", "" + number, "--by", "anna").out()).contains("needs a second person");
        assertThat(lists("sign", "" + number, "--by", "berta").out()).contains("is in force, signed by berta");
    }

    private String file(String day, String individuals) throws IOException {
        Path file = folder.resolve("un-" + day + ".xml");
        Files.writeString(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <CONSOLIDATED_LIST dateGenerated="%sT00:00:09.554Z"><INDIVIDUALS>%s</INDIVIDUALS><ENTITIES/></CONSOLIDATED_LIST>
                """.formatted(day, individuals));
        return file.toString();
    }

    private Ran lists(String... arguments) {
        return run(Stream.concat(
                        Stream.concat(Stream.of("lists"), Stream.of(arguments)),
                        Stream.of("--register", folder.resolve("register").toString()))
                .toArray(String[]::new));
    }
}
