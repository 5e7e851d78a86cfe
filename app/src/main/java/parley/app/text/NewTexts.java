package parley.app.text;

import java.util.List;
import java.util.Map;
import parley.app.cases.CaseImport;
import parley.app.cases.Cases;
import parley.app.cases.Dossier;
import parley.app.copies.ProposedCopies;
import parley.app.copies.ReadingCopies;
import parley.app.people.Role;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Label;
import parley.app.web.NotFound;
import parley.app.web.Refused;
import parley.app.web.Visit;
import parley.language.CaseText;
import parley.language.Checked;
import parley.roadmap.Case;
import parley.text.Severity;
import parley.text.Source;

/** The door: a text is proposed, signed by those it binds, and put in force. Each step is checked against the record as it is. */
public final class NewTexts {
    private final CaseRecord record;
    private final Cases cases;

    public NewTexts(CaseRecord record, Cases cases) {
        this.record = record;
        this.cases = cases;
    }

    /**
     * Proposes a text and returns its entry.
     *
     * @param basedOn the version the draft was made from
     */
    long propose(Visit visit, Map<String, String> files, String basedOn, String why) {
        Editors.require(visit);
        Case after = sound(visit, files);
        String version = CaseImport.version(files);
        return record.write(visit.caseId(), visit.author("secretariat"), w -> {
            Dossier now = cases.dossier(visit.account(), visit.caseId());
            ReadingCopies.Version inForce = now.versions().getLast();
            if (!inForce.hash().equals(basedOn)) {
                throw new Refused(
                        "This draft was made from a text that is no longer in force. Open the editor again, take your changes over into the text in force now, and propose that.");
            }
            if (inForce.hash().equals(version)) {
                throw new Refused("Nothing differs from the text in force. Change something, and propose it then.");
            }
            if (TextProposal.in(now).stream()
                    .anyMatch(p -> p.open() && p.text().version().equals(version))) {
                throw new Refused("This very text is proposed already and waits for signatures.");
            }
            Case before = CaseText.read(inForce.sources()).theCase();
            if (before == null) {
                throw new IllegalStateException("The text in force cannot be read: " + inForce.hash());
            }
            List<String> binds = Binding.of(before, after, ReadingCopies.held(w.connection(), visit.caseId()));
            var deed = new Deed.TextProposed(version, files, basedOn, binds);
            long entry = w.add(deed, Label.WHOLE, why);
            ProposedCopies.ofProposal(w.connection(), visit.caseId(), deed, entry, w.at());
            return entry;
        });
    }

    private static Case sound(Visit visit, Map<String, String> files) {
        List<Source> sources = files.entrySet().stream()
                .map(f -> new Source(f.getKey(), f.getValue()))
                .toList();
        Checked checked = CaseText.read(sources);
        Case theCase = checked.theCase();
        long errors = checked.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .count();
        if (theCase == null || errors > 0) {
            throw new Refused("This text has %s. Mend what is marked as an error below, then propose it."
                    .formatted(errors == 1 ? "an error" : errors + " errors"));
        }
        if (!theCase.id().equals(visit.caseId())) {
            throw new Refused("This text declares the case `%s`. A new version of `%s` has to keep that name."
                    .formatted(theCase.id(), visit.caseId()));
        }
        return theCase;
    }

    /** A desk signs for its partner, by the copy it was shown. */
    void sign(Visit visit, long entry, String partner) {
        record.change(visit.caseId(), visit.author("partner " + partner), w -> {
            TextProposal p = current(visit, entry);
            if (visit.role(Role.DESK, partner) == null || !p.text().binds().contains(partner)) {
                throw new NotFound();
            }
            requireOpen(p);
            if (p.signed().containsKey(partner)) {
                throw new Refused("`%s` has signed this text already.".formatted(partner));
            }
            w.add(
                    new Deed.TextSigned(p.text().version(), partner),
                    new Label(Label.Level.PARTNERS, List.of(partner)),
                    "");
        });
    }

    /** The secretariat puts a text in force that everybody it binds has signed. */
    void adopt(Visit visit, long entry, String why) {
        Editors.require(visit);
        record.change(visit.caseId(), visit.author("secretariat"), w -> {
            TextProposal p = current(visit, entry);
            requireOpen(p);
            if (!p.unsigned().isEmpty()) {
                throw new Refused("This text binds %s, who have not signed it yet. It comes into force after that."
                        .formatted(String.join(", ", p.unsigned())));
            }
            String version = p.text().version();
            long adopted = w.add(new Deed.TextAdopted(version, p.text().files()), Label.WHOLE, why);
            ReadingCopies.ofVersion(
                    w.connection(),
                    visit.caseId(),
                    version,
                    adopted,
                    w.at(),
                    p.text().files());
        });
    }

    private static void requireOpen(TextProposal p) {
        switch (p.state()) {
            case OPEN -> {}
            case ADOPTED -> throw new Refused("This text was put in force before.");
            case OUTDATED ->
                throw new Refused(
                        "This proposal was made from a text that is no longer in force. It has to be proposed again, on the text in force now.");
        }
    }

    /** The record may have grown since the page was loaded: what counts is what is in it now. */
    private TextProposal current(Visit visit, long entry) {
        return TextProposal.in(cases.dossier(visit.account(), visit.caseId())).stream()
                .filter(p -> p.entry() == entry)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
