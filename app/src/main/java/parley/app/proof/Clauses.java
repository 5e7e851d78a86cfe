package parley.app.proof;

import java.util.HashMap;
import java.util.Map;
import parley.app.web.Visit;
import parley.roadmap.Case;
import parley.roadmap.Declaration;
import parley.text.Source;

/** Where the clause at a place is told: the page of what it belongs to, else the line of the text. */
public final class Clauses {
    private final Visit visit;
    private final long adopted;
    private final Map<String, Source> sources;
    private final Map<String, String> declared = new HashMap<>();
    private final Case theCase;

    Clauses(Visit visit, long adopted, Case theCase, Map<String, Source> sources) {
        this.visit = visit;
        this.adopted = adopted;
        this.sources = sources;
        this.theCase = theCase;
        for (Declaration d : theCase.declarations()) {
            Source source = sources.get(d.at().file());
            if (source != null) {
                declared.putIfAbsent(source.name() + ":" + source.line(d.at().start()), d.id());
            }
        }
    }

    /** Returns the address for a place. */
    public String href(String place) {
        String name = name(place);
        return name.isEmpty()
                ? "/case/%s/text?version=%d#%s".formatted(visit.caseId(), adopted, place)
                : visit.path("about/" + name);
    }

    /** Returns what a link to a place is called. */
    public String word(String place) {
        Declaration d = theCase.byName().get(name(place));
        return d == null ? place : d.heading();
    }

    /** A clause belongs to the declaration above it, if only indented lines lie between. */
    private String name(String place) {
        int colon = place.lastIndexOf(':');
        Source source = colon < 0 ? null : sources.get(place.substring(0, colon));
        if (source == null) {
            return "";
        }
        int line = Math.clamp(Integer.parseInt(place.substring(colon + 1)), 1, source.lineCount());
        while (line > 1
                && (source.lineText(line).startsWith(" ")
                        || source.lineText(line).isBlank())) {
            line--;
        }
        return declared.getOrDefault(source.name() + ":" + line, "");
    }
}
