package parley.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.certificate.Certificate;
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

    private final Path folder;
    private int written;

    ModelFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes each slice of each verdict; returns how many there are. */
    int write(List<Verdict> verdicts, boolean certify) throws IOException {
        Files.createDirectories(folder);
        Map<String, Integer> numbers = new HashMap<>();
        var expected = new StringBuilder("model\tquery\tvalue\tverdict\tsays\n");
        for (Verdict v : verdicts) {
            for (Ground.Instance instance : v.ground().instances()) {
                String name = "%s-%d".formatted(v.property(), numbers.merge(v.property(), 1, Integer::sum));
                write(name, instance, certify && instance.holds());
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

    private void write(String name, Ground.Instance instance, boolean certify) throws IOException {
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
        var names = new StringBuilder("command\tkind\tactor\tthing\n");
        for (var e : play.moves().entrySet()) {
            Move m = e.getValue();
            names.append("%s\t%s\t%s\t%s%n"
                    .formatted(e.getKey(), m.kind().name().toLowerCase(java.util.Locale.ROOT), m.actor(), m.thing()));
        }
        AtomicFile.write(folder.resolve(name + ".names.tsv"), names.toString());
        if (certify) {
            certify(name, play);
        }
        written++;
    }

    private void certify(String name, Play play) throws IOException {
        try {
            if (Explorer.explore(play.model()) instanceof Explored explored) {
                Answer answer = new Solver(explored.game(), Atoms.none(), Limits.USUAL, false)
                        .answer(QueryParser.parse(NEVER, Atoms.none()));
                Evidence evidence = answer.evidence();
                if (evidence != null) {
                    var text = new StringWriter();
                    for (Certificate c : Certificates.upper(evidence).stream().toList()) {
                        CertificateText.write(c, text);
                    }
                    AtomicFile.write(folder.resolve(name + ".certificate"), text.toString());
                }
            }
        } catch (Unanswerable e) {
            throw new IOException(e.why(), e);
        }
    }
}
