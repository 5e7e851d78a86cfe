package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.certificate.CertificateText;
import parley.game.Answer;
import parley.game.Atoms;
import parley.game.Evidence;
import parley.game.Limits;
import parley.game.QueryParser;
import parley.game.Solver;
import parley.game.Unanswerable;
import parley.model.Move;
import parley.model.Play;
import parley.prism.Explored;
import parley.prism.Explorer;
import parley.prism.PrismWriter;
import parley.proof.Certificates;
import parley.proof.Ground;
import parley.proof.Verdict;

/** Writes the models behind verdicts, so that anybody can check them with another tool. */
final class ModelFolder {
    private static final String NEVER = "P<=0 [F \"bad\"]";
    private static final String AT_ALL = "Pmax=? [F \"bad\"]";

    /** Beyond this a text file of states serves nobody. */
    private static final int EXPLICIT_STATES = 300_000;

    /** What is refuted was found on the way; all its states may be many more than were looked at. */
    private static final int MOST_STATES = 1_500_000;

    private final Path folder;
    private final Kind kind;
    private final List<String> tooLarge = new ArrayList<>();
    private int written;

    /** What is written beside the models. */
    enum Kind {
        MODELS,
        CERTIFICATES,
        EXPLICIT
    }

    ModelFolder(Path folder, Kind kind) {
        this.folder = folder;
        this.kind = kind;
    }

    /** Writes each slice of each verdict; returns how many there are. */
    int write(List<Verdict> verdicts) throws IOException {
        Files.createDirectories(folder);
        Map<String, Integer> numbers = new HashMap<>();
        var expected = new StringBuilder("model\tquery\tvalue\tverdict\tsays\n");
        for (Verdict v : verdicts) {
            for (Ground.Instance instance : v.ground().instances()) {
                String name = "%s-%d".formatted(v.property(), numbers.merge(v.property(), 1, Integer::sum));
                write(name, instance);
                expected.append("%s.prism\t%s\t%s\t%s\t%s%n"
                        .formatted(
                                name,
                                AT_ALL,
                                instance.holds() ? 0 : 1,
                                instance.holds() ? "holds" : "refuted",
                                instance.says()));
            }
        }
        AtomicFile.write(folder.resolve("expected.tsv"), expected.toString());
        return written;
    }

    /** Returns the models whose states were not written out because there are too many. */
    List<String> tooLarge() {
        return List.copyOf(tooLarge);
    }

    private void write(String name, Ground.Instance instance) throws IOException {
        Play play = instance.play();
        String header =
                "// %s%n// grid %d days, from %s to %s; partners bound by the text, everything else against it%n"
                        .formatted(
                                instance.says(),
                                play.slice().grid().days(),
                                play.slice().grid().from(),
                                play.slice().grid().to());
        AtomicFile.write(folder.resolve(name + ".prism"), header + PrismWriter.write(play.model()));
        AtomicFile.write(folder.resolve(name + ".props"), AT_ALL + "\n" + NEVER + "\n");
        AtomicFile.write(folder.resolve(name + ".names.tsv"), names(play));
        switch (kind) {
            case MODELS -> {}
            case CERTIFICATES -> certify(name, instance);
            case EXPLICIT -> states(name, play);
        }
        written++;
    }

    private static String names(Play play) {
        var names = new StringBuilder("command\tkind\tactor\tthing\n");
        for (var e : play.moves().entrySet()) {
            Move m = e.getValue();
            names.append("%s\t%s\t%s\t%s%n"
                    .formatted(e.getKey(), m.kind().name().toLowerCase(java.util.Locale.ROOT), m.actor(), m.thing()));
        }
        return names.toString();
    }

    private void states(String name, Play play) throws IOException {
        if (Explorer.explore(play.model(), EXPLICIT_STATES, found -> true) instanceof Explored explored) {
            ExplicitModel.write(folder, name, explored);
        } else {
            tooLarge.add(name);
        }
    }

    private void certify(String name, Ground.Instance instance) throws IOException {
        try {
            if (Explorer.explore(instance.play().model(), MOST_STATES, found -> true) instanceof Explored explored) {
                Answer answer = new Solver(explored.game(), Atoms.none(), Limits.USUAL, false)
                        .answer(QueryParser.parse(NEVER, Atoms.none()));
                Evidence evidence = answer.evidence();
                if (evidence != null) {
                    var found = instance.holds() ? Certificates.upper(evidence) : Certificates.lower(evidence);
                    if (found.isPresent()) {
                        AtomicFile.write(
                                folder.resolve(name + ".certificate"), out -> CertificateText.write(found.get(), out));
                    }
                }
            }
        } catch (Unanswerable e) {
            throw new IOException(e.why(), e);
        }
    }
}
