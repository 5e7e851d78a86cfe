package parley.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parley.game.ExplicitReader;
import parley.game.Game;
import picocli.CommandLine.Option;

/** The files of a model as PRISM exports it. */
final class ExplicitFiles {
    @Option(names = "--tra", paramLabel = "FILE", description = "The transitions of a model in explicit files.")
    private @Nullable Path transitions;

    @Option(names = "--lab", paramLabel = "FILE", description = "The labels.")
    private @Nullable Path labels;

    @Option(names = "--srew", paramLabel = "FILE", description = "The rewards of states.")
    private @Nullable Path stateRewards;

    @Option(names = "--trew", paramLabel = "FILE", description = "The rewards of transitions.")
    private @Nullable Path transitionRewards;

    @Option(names = "--players", paramLabel = "FILE", description = "The players, in the form of labels.")
    private @Nullable Path players;

    @Option(
            names = "--rewards",
            paramLabel = "NAME",
            defaultValue = "r",
            description = "The name questions use for the rewards (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String rewardName;

    boolean given() {
        return transitions != null;
    }

    Game read() throws IOException {
        Path first = Objects.requireNonNull(transitions);
        try (BufferedReader tra = Files.newBufferedReader(first);
                BufferedReader lab = open(labels);
                BufferedReader srew = open(stateRewards);
                BufferedReader trew = open(transitionRewards);
                BufferedReader who = open(players)) {
            return ExplicitReader.read(tra, lab, srew, trew, who, rewardName);
        }
    }

    private static @Nullable BufferedReader open(@Nullable Path file) throws IOException {
        return file == null ? null : Files.newBufferedReader(file);
    }
}
