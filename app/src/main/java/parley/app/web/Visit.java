package parley.app.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.app.cases.Dossier;
import parley.app.cases.Known;
import parley.app.people.Membership;
import parley.app.people.Role;
import parley.app.people.WebSessions.WebSession;
import parley.app.record.CaseRecord;
import parley.roadmap.Case;
import parley.standing.Standing;

/**
 * One request about a case: who asks, with which roles, and which day and which day of knowledge is looked at.
 *
 * @param today the day the request is made
 * @param on the day looked at
 * @param form the word that forms carry
 */
public record Visit(
        WebSession session,
        String token,
        Dossier dossier,
        Known known,
        List<Membership> roles,
        LocalDate today,
        LocalDate on,
        String form) {

    public String caseId() {
        return dossier.caseId();
    }

    public Case theCase() {
        return known.theCase();
    }

    public UUID account() {
        return session.account().id();
    }

    public UUID person() {
        return session.account().person();
    }

    /** Returns where the case stands on the day looked at. */
    public Standing standing() {
        return known.on(on);
    }

    /** Says whether another time than now is looked at. */
    public boolean elsewhen() {
        return !on.equals(today) || !known.day().equals(today);
    }

    /** Returns the role of that kind, or {@code null}; for a desk {@code body} says of which partner. */
    public @Nullable Membership role(Role role, String body) {
        return roles.stream()
                .filter(m -> m.role() == role && (body.isEmpty() || m.body().equals(body)))
                .findFirst()
                .orElse(null);
    }

    public boolean is(Role role) {
        return role(role, "") != null;
    }

    /**
     * Says whether the account works with official lists and screened names: analysts, desks and the secretariat, and of
     * these nobody who reads only what is public.
     */
    public boolean worksWithLists() {
        return roles.stream()
                .anyMatch(m -> (m.role() == Role.ANALYST || m.role() == Role.DESK || m.role() == Role.SECRETARIAT)
                        && !m.clearance().equals(parley.app.record.Label.PUBLIC));
    }

    /** Returns the bodies the account holds a role for. */
    public List<String> bodies(Role role) {
        return roles.stream()
                .filter(m -> m.role() == role)
                .map(Membership::body)
                .toList();
    }

    /** Returns who acts, for the record. */
    public CaseRecord.Author author(String behalf) {
        return new CaseRecord.Author(account(), behalf);
    }

    /** Returns the address of a page of this case, keeping the days looked at. */
    public String path(String page) {
        String path = "/case/" + caseId() + "/" + page;
        if (!elsewhen()) {
            return path;
        }
        String join = page.contains("?") ? "&" : "?";
        return path + join + "on=" + on + "&known=" + known.day();
    }
}
