package parley.identity.candidate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parley.identity.evidence.Evidence;
import parley.identity.match.Match;
import parley.identity.match.Matcher;
import parley.identity.match.PreparedSubject;
import parley.identity.match.Thresholds;

/** Screens one subject after the other against all records of an index. One a thread; the index is shared. */
public final class Screener {
    /** Candidates that are compared for a query. */
    public static final int CANDIDATES = 200;

    private final List<PreparedSubject> subjects;
    private final CandidateIndex index;
    private final CandidateIndex.Search search;
    private final Matcher matcher;
    private final Thresholds thresholds;

    /** @param subjects those of the index, in its order */
    public Screener(List<PreparedSubject> subjects, CandidateIndex index, Thresholds thresholds) {
        this.subjects = subjects;
        this.index = index;
        this.search = new CandidateIndex.Search(index, CANDIDATES);
        this.matcher = new Matcher(thresholds);
        this.thresholds = thresholds;
    }

    /**
     * A record that matches.
     *
     * @param record its number in the index
     */
    public record Hit(int record, Match match) {}

    /** Returns the records whose names are near enough, by band, then by score. */
    public List<Hit> screen(PreparedSubject query) {
        index.search(query.names(), search);
        var hits = new ArrayList<Hit>();
        for (int c = 0; c < search.found; c++) {
            PreparedSubject candidate = subjects.get(search.candidate[c]);
            if (candidate.form() != query.form()
                    || Evidence.excludes(
                            candidate.subject().kind(), query.subject().kind())) {
                continue;
            }
            if (matcher.name(query, candidate) >= thresholds.alert()) {
                hits.add(new Hit(search.candidate[c], matcher.compare(query, candidate)));
            }
        }
        hits.sort(Comparator.comparing((Hit hit) -> hit.match().band())
                .thenComparing(hit -> -hit.match().score())
                .thenComparing(Hit::record));
        return List.copyOf(hits);
    }
}
