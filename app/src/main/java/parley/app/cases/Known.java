package parley.app.cases;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import parley.app.copies.ReadingCopies;
import parley.facts.Facts;
import parley.language.CaseText;
import parley.roadmap.Case;
import parley.standing.Standing;
import parley.standing.Standings;
import parley.text.Source;

/** What one kind of reader could know at the end of a day: the text then in force, the facts then known. */
public final class Known {
    private static final int KEPT = 32;

    private final Case theCase;
    private final Map<String, Source> sources;
    private final String version;
    private final String copyHash;
    private final Facts facts;
    private final LocalDate day;
    private final List<Noted> noted;
    private final LocalDate firstDay;

    private final Map<LocalDate, Standing> standings = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Standing> eldest) {
            return size() > KEPT;
        }
    };

    private Known(
            Case theCase,
            Map<String, Source> sources,
            ReadingCopies.Version version,
            Facts facts,
            LocalDate day,
            List<Noted> noted) {
        this.theCase = theCase;
        this.sources = sources;
        this.version = version.hash();
        this.copyHash = version.copyHash();
        this.facts = facts;
        this.day = day;
        this.noted = noted;
        this.firstDay = Standings.firstDay(theCase, facts);
    }

    static Known of(ReadingCopies.Version version, Facts facts, LocalDate kept, LocalDate day, List<Noted> noted) {
        List<Source> texts = version.sources();
        Case read = CaseText.read(texts).theCase();
        if (read == null) {
            throw new IllegalStateException("The text %s was adopted and cannot be read.".formatted(version.hash()));
        }
        LocalDate told = read.knownUpTo();
        Case theCase = told != null && kept.isAfter(told) ? read.keptUpTo(kept) : read;
        Map<String, Source> sources = new TreeMap<>();
        texts.forEach(s -> sources.put(s.name(), s));
        Facts all = FactRows.joined(Stream.of(facts));
        return new Known(theCase, sources, version, all.knownAt(day), day, noted);
    }

    public Case theCase() {
        return theCase;
    }

    /** Returns the texts by name, for the words behind a clause. */
    public Map<String, Source> sources() {
        return sources;
    }

    /** Returns the hash of the text in force. */
    public String version() {
        return version;
    }

    /** Returns the hash of the reader's copy of it. */
    public String copyHash() {
        return copyHash;
    }

    public Facts facts() {
        return facts;
    }

    /** Returns the first day that the text or the facts tell anything of. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** Returns the day at whose end this was known. */
    public LocalDate day() {
        return day;
    }

    /** Returns the entries written by then. */
    public List<Noted> noted() {
        return noted;
    }

    /** Returns where the case stood, or will stand if nothing more happens, on a day. */
    public Standing on(LocalDate asOf) {
        synchronized (standings) {
            return standings.computeIfAbsent(asOf, d -> Standings.of(theCase, facts, day, d));
        }
    }
}
