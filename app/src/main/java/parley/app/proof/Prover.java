package parley.app.proof;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import parley.app.cases.Dossier;
import parley.app.copies.ReadingCopies;
import parley.cli.VerdictJson;
import parley.language.CaseText;
import parley.proof.Proofs;
import parley.proof.Repairs;
import parley.proof.Verdict;
import parley.roadmap.Case;
import parley.roadmap.Claim;
import parley.text.Source;

/** Proves copies, one after the other, on one thread that leaves the machine to those who wait for pages. */
@Component
public final class Prover {
    private static final Logger LOG = LoggerFactory.getLogger(Prover.class);
    private static final int PATIENCE_SECONDS = 3;

    private final ProofStore store;
    // Nothing rests on the priority: where a system heeds it, pages come first.
    @SuppressWarnings("ThreadPriorityCheck")
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .name("parley-prover")
            .priority(Thread.MIN_PRIORITY)
            .daemon()
            .factory());

    private volatile boolean ending;

    public Prover(ProofStore store) {
        this.store = store;
    }

    @PostConstruct
    void goOn() {
        worker.execute(this::resume);
    }

    void resume() {
        store.resume();
        work();
    }

    /** Ends after the property under way; the rest waits for the next start. */
    @PreDestroy
    void end() throws InterruptedException {
        ending = true;
        worker.shutdownNow();
        if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.info("A proof under way is given up; it begins again at the next start.");
        }
    }

    /** Asks for the proof of a copy. */
    public void ask(Dossier dossier, ReadingCopies.Version version) {
        store.ask(dossier, version);
        worker.execute(this::work);
    }

    private void work() {
        for (ProofStore.Work work = next(); work != null; work = next()) {
            try {
                prove(work);
            } catch (CancellationException e) {
                return;
            } catch (RuntimeException | OutOfMemoryError e) {
                if (ending) {
                    return;
                }
                LOG.error("The proof of {} of {} failed.", work.copy(), work.caseId(), e);
                store.failed(work);
            }
        }
    }

    private ProofStore.@Nullable Work next() {
        return ending ? null : store.next();
    }

    private void prove(ProofStore.Work work) {
        List<Source> texts = store.texts(work);
        Case theCase = CaseText.read(texts).theCase();
        if (theCase == null) {
            throw new IllegalStateException("The copy %s cannot be read.".formatted(work.copy()));
        }
        int questions = questions(theCase);
        var done = new int[1];
        List<Verdict> verdicts = Proofs.of(
                theCase,
                asked -> {
                    step(work, asked.property(), done[0], questions);
                    return true;
                },
                _ -> done[0]++);
        Map<String, Source> sources = ProofStore.byName(texts);
        var repairs = new Repairs(sources, verdicts);
        List<Verdict> mended = new ArrayList<>();
        for (Verdict v : verdicts) {
            boolean tries = v.claimed() && v.outcome() == Verdict.Outcome.REFUTED;
            if (tries) {
                step(work, "repairs of " + v.property(), questions, questions);
            }
            mended.add(tries ? v.with(repairs.of(v)) : v);
        }
        store.done(work, VerdictJson.of(theCase, mended, sources));
    }

    private void step(ProofStore.Work work, String property, int done, int questions) {
        if (ending) {
            throw new CancellationException();
        }
        store.progress(work, property, done, questions);
    }

    /** What the text claims and asks, and the rest of the catalogue. */
    private static int questions(Case theCase) {
        List<String> claimed = theCase.claims().stream()
                .filter(Claim.Named.class::isInstance)
                .map(c -> ((Claim.Named) c).name())
                .toList();
        long rest = Proofs.names().stream().filter(n -> !claimed.contains(n)).count();
        return theCase.claims().size() + (int) rest;
    }
}
