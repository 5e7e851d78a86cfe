package parley.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.app.TestServer;
import parley.app.cases.Dossier;
import parley.app.copies.ReadingCopies;

/** A proof that was cut short is made after the next start; one that is there is not made again. */
final class ProverTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.with(TestServer.root().resolve("app/src/test/resources/cases"), LocalDate.of(2026, 6, 20));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_a_stop_cut_short_is_proved_after_the_next_start() throws InterruptedException {
        var store = new ProofStore(server.database, server.server.parts().keeper(), server.clock);
        var account = server.account("us-desk").id();
        Dossier dossier = server.server.parts().cases().dossier(account, "small");
        ReadingCopies.Version copy = dossier.versions().getLast();
        store.ask(dossier, copy);
        ProofStore.Work work = Objects.requireNonNull(store.next());
        store.progress(work, "snapback", 3, 30);
        assertThat(store.next()).isNull();
        ProofStore.Proof running = store.of(account, "small", copy);
        assertThat(running).isEqualTo(new ProofStore.Proof(ProofStore.State.RUNNING, "snapback", 3, 30, null));

        var prover = new Prover(store);
        prover.resume();
        assertThat(isDone(store, account, copy)).isTrue();
        store.ask(dossier, copy);
        assertThat(store.next()).isNull();
        // Another label sees nothing of it.
        assertThat(store.of(server.account("eu-desk").id(), "small", copy)).isNull();
        prover.end();
    }

    private static boolean isDone(ProofStore store, java.util.UUID account, ReadingCopies.Version copy) {
        ProofStore.Proof proof = store.of(account, "small", copy);
        return proof != null && proof.state() == ProofStore.State.DONE;
    }
}
