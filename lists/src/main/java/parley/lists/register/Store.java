package parley.lists.register;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import parley.lists.record.Listing;
import parley.lists.source.Source;

/** Files of the register. Nothing is overwritten; what has its name is whole. */
final class Store {
    private final Path folder;

    Store(Path folder) {
        this.folder = folder;
    }

    private Path journal() {
        return folder.resolve("journal.jsonl");
    }

    Path raw(String sha256) {
        return folder.resolve("raw").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private Path state(int number) {
        return folder.resolve("states").resolve(String.valueOf(number)).resolve("listings.jsonl.gz");
    }

    boolean exists() {
        return Files.exists(journal());
    }

    /** Keeps a file under its hash. */
    void keepRaw(Path file, String sha256) throws IOException {
        Path target = raw(sha256);
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Path beside = besides(target);
        Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
        force(beside);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes the listings in the order of their ids; returns the hash of the unpacked text. */
    String keepListings(int number, List<Listing> listings) throws IOException {
        Path target = state(number);
        Files.createDirectories(target.getParent());
        Path beside = besides(target);
        var digest = Source.sha256Digest();
        var sorted = new ArrayList<>(listings);
        sorted.sort(java.util.Comparator.comparing(Listing::id));
        try (var out = new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(beside), 1 << 16), StandardCharsets.UTF_8))) {
            for (Listing listing : sorted) {
                String line = Json.line(listing) + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                out.write(line);
            }
        }
        force(beside);
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Hands out the listings of an import in their order; returns the hash of their text. */
    String listings(int number, Consumer<Listing> out) throws IOException {
        var digest = Source.sha256Digest();
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(state(number)), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                out.accept(Json.listing(line));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whole lines of the journal. A last line without its end is a crash while it was written: it never was. */
    List<String> journalLines() throws IOException {
        if (!exists()) {
            return List.of();
        }
        String text = Files.readString(journal());
        int end = text.lastIndexOf('\n');
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    }

    /** Appends one line and forces it to disk. */
    void append(String line) throws IOException {
        Files.createDirectories(folder);
        List<String> whole = journalLines();
        try (FileChannel out = FileChannel.open(journal(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long end = 0;
            for (String each : whole) {
                end += each.getBytes(StandardCharsets.UTF_8).length + 1L;
            }
            out.truncate(end);
            out.position(end);
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    private static Path besides(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Files that a crash left beside. */
    List<Path> leftOvers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".part")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An exclusive lock for the time of a change, so that two processes do not number alike. */
    AutoCloseable lock() throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }
}
