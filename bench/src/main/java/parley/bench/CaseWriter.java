package parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a case of a given size without a finding: the mix of cases/belarus (a third measures, nearly a half
 * scenarios, the rest partners, indicators, concessions and steps), told again and again under other names. Equal sizes
 * give equal bytes.
 */
final class CaseWriter {
    /** A partner owns the measures of this many topics, about as many as the European Union has in cases/belarus. */
    private static final int TOPICS_OF_A_PARTNER = 10;

    private final Map<String, StringBuilder> files = new TreeMap<>();
    private int lines;

    private CaseWriter() {}

    /** Returns the files of a case of at least {@code lines} lines, and less than one topic more. */
    static Map<String, String> files(int lines) {
        var writer = new CaseWriter();
        writer.head();
        for (int topic = 0; writer.lines < lines; topic++) {
            writer.topic(topic);
        }
        Map<String, String> texts = new TreeMap<>();
        writer.files.forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }

    /** Writes the files into a folder. */
    static void write(Path folder, int lines) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files(lines).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private void add(String file, String text) {
        files.computeIfAbsent(file + ".parley", _ -> new StringBuilder()).append(text);
        lines += (int) text.chars().filter(c -> c == '\n').count();
    }

    private void head() {
        add("case", """
                # A generated case: nothing in it is meant.
                case generated "Generated"
                  counterpart regime "The other side"
                  runs from 2026-06-01 to 2028-05-31
                  grid 10 days
                  facts in "facts/" known up to 2026-05-31
                """);
        add("guards", """
                never ease what is permanent
                keep at least 1 in reserve until second
                answer every verified concession within 60 days
                prove answered within 60 days
                prove snapback within 45 days despite 1 veto
                """);
        add("stakeholders", """
                stakeholder families "Families"
                  consulted before easing
                verifier one "First observers"
                verifier two "Second observers"
                verifier three "Third observers"
                panel monitors of one, two, three, any 2 of independent origin
                """);
        add("roadmap", """
                phase first-phase "The first", first
                phase second "The second", opens when free-0 verified
                """);
        add("measures", """
                reserve spare "Kept in hand"
                  of p0, ready in 30 days
                  hits reputation
                """);
    }

    private void topic(int n) {
        int owner = n / TOPICS_OF_A_PARTNER;
        if (n % TOPICS_OF_A_PARTNER == 0) {
            add("partners", PARTNER.replace("{p}", "p" + owner));
        }
        add("indicators", named(INDICATORS, n, owner));
        add("concessions", named(CONCESSIONS, n, owner));
        for (int i = 0; i < 6; i++) {
            add("measures", named(MEASURE, n, owner).replace("{i}", Integer.toString(i)));
        }
        add("measures", named(RESERVE, n, owner));
        add("roadmap", named(STEP, n, owner));
        add("scenarios", named(SCENARIOS, n, owner));
    }

    private static String named(String text, int topic, int owner) {
        return text.replace("{n}", Integer.toString(topic)).replace("{p}", "p" + owner);
    }

    private static final String PARTNER = """

            partner {p} "Partner {p}"
              decides by unanimity of 27, takes 12 to 189 days, typically 42
              decides visas, tariffs by qualified majority, takes 20 to 90 days, typically 45        # proposal
              may prepare acts with deferred effect
              if undecided, suspensions lapse and the measure returns
              position from 2025-12-15 "will not follow on potash"
            """;

    private static final String INDICATORS = """
            indicator held-{n} "People recognised and held in region {n}"
              stock in people, from facts held_{n}, updated monthly, stale after 45 days
              counts prisoners
            indicator arrests-{n} "People newly recognised in region {n}"
              flow in people a month, from facts arrests_{n}, updated monthly, stale after 45 days
              counts arrests
            event attack-{n} "Attack across border {n}"
              from facts attack_{n}, watched from 2022-02-24
            """;

    private static final String CONCESSIONS = """
            concession free-{n} "All in region {n} are free, none is replaced"
              met when held-{n} at most 20 for 60 days and arrests-{n} at most 5 a month for 3 months
              broken when arrests-{n} above 15 a month for 2 months
              verified by monitors within 30 days
              reversible
              track human-rights
              invites "a revolving door: new arrests replace the released"
            concession quiet-{n} "No attack across border {n}"
              met when no attack-{n} for 90 days
              broken when more than 2 attack-{n} within 30 days
              verified by monitors within 14 days
              reversible
              track borders
            """;

    private static final String MEASURE = """

            measure listing-{n}-{i} "Listings {i} of topic {n} (40 officials)"
              of {p}, imposed 2020-10-02, by "Implementing Reg. (EU) 2020/1387", suspended 2021-02-01, restored 2021-06-21
              hits repression, elites
              runs until 2027-02-28, then it lapses
              because "Responsible for violence and falsification; hits the decision maker personally"
              source "https://example.org/2020/12/14/extends-sanctions/{n}/{i} + general knowledge, to be confirmed"
            """;

    private static final String RESERVE = """
            reserve more-{n} "Further listings of topic {n}"
              of {p}, ready in 30 days
              hits middle-tier, repression
              because "Every new sentence has names under it"
            """;

    private static final String STEP = """

            step answer-{n} "Relief for freedom in region {n}", in first-phase  [counterpart]
              when free-{n} verified
                {p} suspends listing-{n}-0 by a prepared act, within 30 days, for 6 months, then it returns
                {p} suspends listing-{n}-1 by a prepared act, within 30 days, for 6 months, then it returns
              when free-{n} broken
                every partner restores what this step eased by a prepared act, within 20 days
                {p} imposes more-{n} by a prepared act, within 60 days
              when nothing for 12 months
                every partner reviews this step, within 60 days
            step calm-{n} "Relief for calm at border {n}", in first-phase  [counterpart]
              when quiet-{n} verified
                {p} suspends listing-{n}-2 by a prepared act, within 30 days, for 6 months, then it returns
              when quiet-{n} broken
                {p} restores listing-{n}-2 by a prepared act, within 21 days
              when nothing for 12 months
                {p} reviews this step, within 30 days
            """;

    private static final String SCENARIOS = """

            scenario "All of region {n} are free and nobody takes their place"
              on 2026-07-01 held-{n} is 20, arrests-{n} is 5 a month
              on 2026-08-01 held-{n} is 18, arrests-{n} is 4 a month
              on 2026-09-01 held-{n} is 15, arrests-{n} is 5 a month
              expect free-{n} met
              on 2026-09-20 monitors verify free-{n}
              expect {p} owes suspension of listing-{n}-0 by 2026-10-20
              on 2026-09-28 {p} suspends listing-{n}-0
              on 2026-11-01 arrests-{n} is 41 a month
              on 2026-12-01 arrests-{n} is 44 a month
              expect free-{n} broken on 2026-12-01
              expect {p} owes restoration of listing-{n}-0 by 2026-12-21

            scenario "The twenty-first prisoner of region {n}"
              on 2026-07-01 held-{n} is 21, arrests-{n} is 5 a month
              on 2026-08-01 held-{n} is 21, arrests-{n} is 4 a month
              on 2026-09-01 held-{n} is 21, arrests-{n} is 5 a month
              expect free-{n} not met
              expect {p} owes no suspension of listing-{n}-0

            scenario "Three attacks across border {n}"
              expect quiet-{n} met on 2026-06-01                           # watched long enough before the case begins
              on 2026-06-10 monitors verify quiet-{n}
              on 2026-06-20 {p} suspends listing-{n}-2
              on 2026-10-20 3 attack-{n}
              expect quiet-{n} broken on 2026-10-20
              expect {p} owes restoration of listing-{n}-2 by 2026-11-10

            scenario "Nobody renews listing {n}"
              given listing-{n}-1 suspended on 2026-08-12 for 6 months
              on 2027-03-01 nobody decides
              expect listing-{n}-1 imposed on 2027-02-12

            scenario "The year of region {n} ends without a release"
              on 2027-06-15 nobody decides
              expect {p} owes review of answer-{n} by 2027-08-01

            scenario "Two attacks across border {n} do not"
              on 2026-06-10 monitors verify quiet-{n}
              on 2026-10-20 2 attack-{n}
              expect quiet-{n} not broken
              expect {p} owes no restoration of listing-{n}-2
            """;

    /** Writes a case: the folder, the lines. */
    static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }
}
