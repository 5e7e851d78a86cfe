package parley.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import parley.roadmap.Concession;
import parley.roadmap.Phase;

/**
 * Skips the years before the roadmap in which nothing can happen. A day is quiet if no dated phase and no dated concession
 * runs, nothing is planned, nothing ends and nothing falls due; whether days are skipped never changes an answer.
 */
final class QuietDays {
    private final Run run;
    private final Agenda agenda;
    private final LocalDate roadmapBegins;
    private final List<Concession.Runs> periods = new ArrayList<>();

    QuietDays(Run run, Agenda agenda, LocalDate from) {
        this.run = run;
        this.agenda = agenda;
        this.roadmapBegins = run.theCase().from();
        Stream.concat(
                        run.theCase().phases().stream().map(Phase::runs),
                        run.theCase().concessions().stream().map(Concession::runs))
                .filter(Objects::nonNull)
                .filter(r -> !r.to().isBefore(from))
                .forEach(periods::add);
    }

    /** Returns the next day that has to be looked at. */
    LocalDate next(LocalDate today) {
        LocalDate tomorrow = today.plusDays(1);
        if (!tomorrow.isBefore(roadmapBegins) || tomorrow.isAfter(run.asOf)) {
            return tomorrow;
        }
        // The last day asked about is looked at too, for what stands on it.
        LocalDate next = earlier(roadmapBegins, run.asOf);
        for (Concession.Runs period : periods) {
            boolean within = !tomorrow.isBefore(period.from())
                    && !tomorrow.isAfter(period.to().plusDays(1));
            next = within ? tomorrow : soonest(next, period.from(), tomorrow);
        }
        LocalDate planned = agenda.next(tomorrow);
        next = planned == null ? next : earlier(next, planned);
        for (MeasureTrack m : run.measures()) {
            LocalDate ends = m.ends();
            next = ends == null ? next : earlier(next, ends.isBefore(tomorrow) ? tomorrow : ends);
        }
        for (DutyTrack d : run.duties().unordered()) {
            next = soonest(next, d.due.plusDays(1), tomorrow);
        }
        return next;
    }

    private static LocalDate soonest(LocalDate next, LocalDate candidate, LocalDate tomorrow) {
        return candidate.isBefore(tomorrow) ? next : earlier(next, candidate);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
