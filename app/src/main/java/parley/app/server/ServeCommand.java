package parley.app.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import parley.app.database.Database;
import parley.app.security.Site;
import parley.app.today.Outbox;
import parley.app.upkeep.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parley serve}: starts everything in one step, with the Belarus case loaded. */
@Command(
        name = "serve",
        description = {
            "Starts the place where partners work together, with the Belarus case loaded.",
            "Keeps what is done in a folder; the next start goes on from there. Ctrl-C ends it in order."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley serve",
            "  parley serve --people              with a person for each role, to try it out",
            "  parley serve --port 9000 --data /srv/parley"
        })
public final class ServeCommand implements Callable<Integer> {
    private static final String HOST = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "The port to answer on; ${DEFAULT-VALUE} if not given.")
    private int port = 8480;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = {
                "The name by which browsers reach it through a proxy with TLS, for example parley.example.org.",
                "Requests for another name are refused, and passkeys are bound to this one."
            })
    private @Nullable String host;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private Where where;

    @Option(
            names = "--cases",
            paramLabel = "DIR",
            description = "The folder whose cases are brought in at the first start.")
    private Path cases = Path.of(System.getProperty("parley.cases", "cases"));

    @Option(
            names = "--people",
            description =
                    "Make a person for each role and each verifier and partner of a new case, and write a link for each.")
    private boolean people;

    @Option(
            names = "--stop-when-ready",
            hidden = true,
            description = "Ends as soon as it answers; for measuring the start.")
    private boolean stopWhenReady;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        long began = System.nanoTime();
        if (host != null && !host.matches(HOST)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "`%s` is no host name; write it like parley.example.org, without https://".formatted(host));
        }
        Path folder = where.folder();
        try {
            Database opened = where.open(err);
            Server.Parts parts = Server.Parts.of(opened, folder, Clock.systemUTC());
            var first = new FirstStart(parts, folder, says -> err.println("parley: " + says + "…"));
            FirstStart.Links links = first.prepare(cases, people);
            err.println("parley: starting the server…");
            Site site = host == null ? Site.here(port) : Site.behindProxy(host);
            Server server = Server.start(opened, parts, site, port);
            var outbox = new Outbox(folder, parts.accounts(), parts.roles(), parts.cases(), parts.clock());
            outbox.start();
            endInOrder(server, outbox, err);
            err.printf("parley: ready in %.1f s, data in %s%n", (System.nanoTime() - began) / 1e9, folder);
            links.tell(site, out);
            if (!stopWhenReady) {
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (IOException e) {
            err.println("parley: " + e.getMessage());
            return Where.MACHINE_LACKS;
        } catch (PortInUseException e) {
            err.println("parley: port %d is taken; name another with --port".formatted(port));
            return Where.MACHINE_LACKS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void endInOrder(Server server, Outbox outbox, PrintWriter err) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            err.println("parley: ending, requests under way are finished first…");
            outbox.close();
            server.close();
        }));
    }
}
