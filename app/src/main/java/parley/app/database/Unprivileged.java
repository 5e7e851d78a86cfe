package parley.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How a program is started without the rights of the administrator, which PostgreSQL refuses to have: as another user
 * where that user can reach the folder, else in a user namespace of its own, else just so.
 *
 * @param before the words that go before the command
 * @param uid the user who must own the files, or {@code null} if they stay ours
 */
record Unprivileged(List<String> before, @Nullable Integer uid) {
    private static final int NOBODY = 65534;
    private static final int LONGEST_SECONDS = 60;

    Unprivileged {
        before = List.copyOf(before);
    }

    /** Returns how to run programs that keep their files in {@code folder}. */
    static Unprivileged forFilesIn(Path folder) throws IOException {
        if (uidOf(Path.of("/proc/self")) != 0) {
            return new Unprivileged(List.of(), null);
        }
        int uid = uidFor(folder);
        List<String> other = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--no-new-privs");
        if (othersReach(folder) && works(other)) {
            return new Unprivileged(other, uid);
        }
        List<String> namespace = List.of("unshare", "-U");
        return new Unprivileged(works(namespace) ? namespace : List.of(), null);
    }

    /** Files that already belong to somebody stay theirs. */
    private static int uidFor(Path folder) throws IOException {
        int owner = Files.isDirectory(folder) ? uidOf(folder) : 0;
        return owner == 0 ? NOBODY : owner;
    }

    private static int uidOf(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid");
    }

    private static boolean othersReach(Path folder) throws IOException {
        for (Path p = folder.toAbsolutePath().getParent(); p != null; p = p.getParent()) {
            if (!Files.getPosixFilePermissions(p).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean works(List<String> before) {
        var command = new ArrayList<>(before);
        command.add("true");
        try {
            Process trial = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    ProcessBuilder command(List<String> words) {
        var command = new ArrayList<>(before);
        command.addAll(words);
        return new ProcessBuilder(command);
    }

    /** Gives {@code path} and what is in it to the user who will run the programs. */
    void give(Path path) throws IOException {
        if (uid == null) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (Path p : all.toList()) {
                Files.setAttribute(p, "unix:uid", uid);
                Files.setAttribute(p, "unix:gid", uid);
            }
        }
    }
}
