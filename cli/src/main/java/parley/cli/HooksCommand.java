package parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code parley hooks}: takes messages about grown records from the server to the programs that want to be told. */
@Command(
        name = "hooks",
        description = "Delivers the messages about grown records. The server itself sends nothing to anybody.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HooksCommand.Send.class)
final class HooksCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: parley hooks send");
    }

    /** Fetches what is due, delivers it, and tells the server what became of it. */
    @Command(
            name = "send",
            description = "Delivers what is due, once or again and again.",
            mixinStandardHelpOptions = true,
            versionProvider = Main.Version.class,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:every message due was taken",
                "1:one was not; it comes again",
                "2:the word is missing or wrong",
                "3:the server cannot be reached"
            },
            footerHeading = "%nExample:%n",
            footer =
                    "  parley hooks send --server http://localhost:8484 --word-file /etc/parley/deliver.word --every 30")
    static final class Send implements Callable<Integer> {
        private static final JsonMapper JSON = JsonMapper.builder().build();
        private static final Duration LONGEST = Duration.ofSeconds(10);

        @ParentCommand
        @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
        private HooksCommand parent;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(names = "--server", paramLabel = "ADDRESS", required = true, description = "The address of the server.")
        @SuppressWarnings("NullAway.Init")
        private URI server;

        @Option(
                names = "--word-file",
                paramLabel = "FILE",
                required = true,
                description = "A file with a word for delivering, made on the account page of an administrator.")
        @SuppressWarnings("NullAway.Init")
        private Path wordFile;

        @Option(
                names = "--every",
                paramLabel = "SECONDS",
                description = "Goes on, and looks again after so many seconds; without it one round is made.")
        private int every;

        /** An answer of a receiver, or why there was none. */
        private record Answer(boolean taken, String says) {}

        @Override
        public Integer call() throws InterruptedException {
            String word = word();
            // A redirection would take a message, and a word, to an address that nobody wrote down.
            try (HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(LONGEST)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build()) {
                while (true) {
                    int result = round(client, word);
                    if (every <= 0 || result == ExitCode.WRONG_USE) {
                        return result;
                    }
                    TimeUnit.SECONDS.sleep(every);
                }
            }
        }

        private String word() {
            try {
                return Files.readString(wordFile).strip();
            } catch (IOException e) {
                throw new ParameterException(
                        spec.commandLine(),
                        "%s cannot be read. Make a word for delivering on your account page and put it there."
                                .formatted(wordFile));
            }
        }

        private int round(HttpClient client, String word) throws InterruptedException {
            PrintWriter err = spec.commandLine().getErr();
            try {
                HttpResponse<String> due = ask(client, word, "GET", "/api/v1/hooks/due", "");
                if (due.statusCode() == 401) {
                    err.println("parley: the server does not take the word; it may be over or for something else");
                    return ExitCode.WRONG_USE;
                }
                if (due.statusCode() != 200) {
                    err.println("parley: the server answered " + due.statusCode());
                    return ExitCode.MACHINE_LACKS;
                }
                boolean all = true;
                for (JsonNode message : JSON.readTree(due.body())) {
                    all &= deliver(client, word, message);
                }
                return all ? ExitCode.FINE : ExitCode.FINDINGS;
            } catch (IOException | JacksonException e) {
                err.println("parley: %s does not answer as a Parley server does: %s".formatted(server, e.getMessage()));
                return ExitCode.MACHINE_LACKS;
            }
        }

        private boolean deliver(HttpClient client, String word, JsonNode message)
                throws IOException, InterruptedException {
            String address = message.path("address").asString();
            Answer answer = post(client, address, message);
            spec.commandLine()
                    .getOut()
                    .println((answer.taken() ? "taken  " : "failed ") + address + ": " + answer.says());
            String outcome = JSON.writeValueAsString(
                    Map.of("message", message.path("id").asString(), "taken", answer.taken(), "answer", answer.says()));
            ask(client, word, "POST", "/api/v1/hooks/" + message.path("hook").asString() + "/outcome", outcome);
            return answer.taken();
        }

        private static Answer post(HttpClient client, String address, JsonNode message) throws InterruptedException {
            try {
                HttpResponse<Void> answer = client.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .timeout(LONGEST)
                                .header("Content-Type", "application/json")
                                .header("webhook-id", message.path("id").asString())
                                .header(
                                        "webhook-timestamp",
                                        message.path("timestamp").asString())
                                .header(
                                        "webhook-signature",
                                        message.path("signature").asString())
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        message.path("body").asString()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                return new Answer(answer.statusCode() / 100 == 2, "HTTP " + answer.statusCode());
            } catch (IOException e) {
                return new Answer(false, "no answer (%s)".formatted(e.getClass().getSimpleName()));
            }
        }

        private HttpResponse<String> ask(HttpClient client, String word, String method, String path, String body)
                throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(server.resolve(path))
                            .timeout(LONGEST)
                            .header("Authorization", "Bearer " + word)
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
