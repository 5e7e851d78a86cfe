package parley.cli.lsp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.jspecify.annotations.Nullable;
import parley.text.Source;

/** The open buffers and the cases they belong to. Used by one thread. */
final class Cases {
    /** A text may lie deep in its case; further up is somebody else's folder. */
    private static final int MOST_FOLDERS_UP = 4;

    private static final Pattern CASE = Pattern.compile("(?m)^\\s*(\\[[^]\n]*]\\s*)?case\\s+[a-z]");

    private final Shelf shelf;
    private final Map<Path, Source> buffers = new TreeMap<>();
    private final Map<Path, String> uris = new HashMap<>();
    private final Map<Path, Home> homes = new HashMap<>();
    private final Map<Path, OpenCase> open = new TreeMap<>();
    private final Set<OpenCase> outdated = new LinkedHashSet<>();

    Cases(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The folder a text belongs to, and whether a case is declared there. */
    private record Home(Path root, boolean declared) {}

    /** A text that is open, and the case it is part of. */
    record Opened(OpenCase ofCase, Study study, Source source) {}

    void open(String uri, String text) {
        Path file = Places.file(uri);
        if (file != null) {
            buffers.put(file, new Source(file.toString(), text));
            uris.put(file, uri);
            saved(uri);
        }
    }

    void change(String uri, List<TextDocumentContentChangeEvent> events) {
        Path file = Places.file(uri);
        Source source = file == null ? null : buffers.get(file);
        if (file == null || source == null) {
            return;
        }
        for (TextDocumentContentChangeEvent event : events) {
            source = changed(source, event);
        }
        buffers.put(file, source);
        outdate(file);
    }

    private static Source changed(Source source, TextDocumentContentChangeEvent event) {
        if (event.getRange() == null) {
            return new Source(source.name(), event.getText());
        }
        int start = Places.offset(source, event.getRange().getStart());
        int end = Math.max(start, Places.offset(source, event.getRange().getEnd()));
        var text = new StringBuilder(source.text()).replace(start, end, event.getText());
        return new Source(source.name(), text.toString());
    }

    /** The file on disk is what counts again. */
    void close(String uri) {
        Path file = Places.file(uri);
        if (file != null) {
            buffers.remove(file);
            uris.remove(file);
            saved(uri);
        }
    }

    /** A file on disk has changed, come or gone; it may make a folder a case. */
    void saved(String uri) {
        Path file = Places.file(uri);
        if (file == null) {
            return;
        }
        homes.clear();
        for (OpenCase c : open.values()) {
            if (file.startsWith(c.root())) {
                c.reload();
                outdated.add(c);
            }
        }
        outdate(file);
    }

    private void outdate(Path file) {
        OpenCase c = buffers.containsKey(file) ? caseOf(file) : null;
        if (c != null) {
            c.outdate();
            outdated.add(c);
        }
    }

    /** Returns the cases that have changed since this was asked before, each with the files that are open. */
    List<OpenCase> takeOutdated() {
        List<OpenCase> taken = new ArrayList<>(outdated);
        outdated.clear();
        return taken;
    }

    Study study(OpenCase c) {
        return c.study(buffers);
    }

    /** Says whether any file of the case is still open. */
    boolean inUse(OpenCase c) {
        return buffers.keySet().stream().anyMatch(file -> c.equals(caseOf(file)));
    }

    void forget(OpenCase c) {
        open.remove(c.root());
    }

    /** Returns an open text and its case, or {@code null} if the text is part of none. */
    @Nullable
    Opened opened(String uri) {
        Path file = Places.file(uri);
        OpenCase c = file == null || !buffers.containsKey(file) ? null : caseOf(file);
        if (file == null || c == null) {
            return null;
        }
        Study study = study(c);
        Source source = study.texts().get(Places.name(c.root(), file));
        return source == null ? null : new Opened(c, study, source);
    }

    /** Names a file of a case as the client does, if it has it open. */
    String uri(Path root, String name) {
        Path file = root.resolve(name);
        String known = uris.get(file);
        return known == null ? file.toUri().toString() : known;
    }

    private @Nullable OpenCase caseOf(Path file) {
        Home home = homes.computeIfAbsent(file, this::home);
        // A note somewhere on the disk is no case, and nothing is wrong with it.
        boolean note = file.toString().endsWith(".md") && !home.declared();
        return note ? null : open.computeIfAbsent(home.root(), root -> new OpenCase(root, shelf));
    }

    /** Returns the nearest folder upward that declares a case, or the folder of the file. */
    private Home home(Path file) {
        Path parent = file.getParent();
        Path folder = parent;
        for (int up = 0; folder != null && up <= MOST_FOLDERS_UP; up++) {
            if (declaresCase(folder)) {
                return new Home(folder, true);
            }
            folder = folder.getParent();
        }
        return new Home(parent == null ? file : parent, false);
    }

    private boolean declaresCase(Path folder) {
        Set<Path> files = new HashSet<>();
        buffers.keySet().stream().filter(f -> folder.equals(f.getParent())).forEach(files::add);
        files.addAll(shelf.files(folder));
        return files.stream().anyMatch(this::isHeader);
    }

    private boolean isHeader(Path file) {
        String name = file.toString();
        if (!name.endsWith(".parley") && !name.endsWith(".md")) {
            return false;
        }
        String text = text(file);
        return CASE.matcher(text).find() && (name.endsWith(".parley") || text.contains("```parley"));
    }

    private String text(Path file) {
        Source buffer = buffers.get(file);
        return buffer == null ? shelf.text(file) : buffer.text();
    }
}
