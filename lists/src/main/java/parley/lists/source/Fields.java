package parley.lists.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A record as a tree of named fields that are taken out one by one. What nobody took is a finding: a reader can
 * forget a field, but not in silence. Attributes are fields whose name begins with {@code @}; the columns of a row
 * are fields of one level. Blank fields need not be taken.
 */
public final class Fields {
    private final String name;
    private final long line;
    private @Nullable String text;
    private @Nullable List<Fields> children;
    private boolean taken;
    private boolean textTaken;

    public Fields(String name, long line) {
        this.name = name;
        this.line = line;
    }

    /** A field with text. */
    public static Fields leaf(String name, String text, long line) {
        var leaf = new Fields(name, line);
        leaf.text = text;
        return leaf;
    }

    public String name() {
        return name;
    }

    public long line() {
        return line;
    }

    public Fields add(Fields child) {
        if (children == null) {
            children = new ArrayList<>(8);
        }
        children.add(child);
        return child;
    }

    public void add(String child, String value) {
        add(leaf(child, value, line));
    }

    void text(String value) {
        text = value;
    }

    /** All fields below, untouched; for those who copy a record, not for those who read it. */
    public List<Fields> children() {
        return children == null ? List.of() : children;
    }

    /** The text as it stands, without taking it. */
    public @Nullable String peekText() {
        return text;
    }

    /** The text of this field, null if blank; outer blanks are cut. */
    public @Nullable String text() {
        taken = true;
        textTaken = true;
        return text == null || text.isBlank() ? null : Texts.strip(text);
    }

    /** Takes the first field of this name, or null. */
    public @Nullable Fields one(String child) {
        List<Fields> all = children;
        if (all != null) {
            for (int i = 0; i < all.size(); i++) {
                Fields field = all.get(i);
                if (!field.taken && field.name.equals(child)) {
                    field.taken = true;
                    return field;
                }
            }
        }
        return null;
    }

    /** Takes the text of the first field of this name; null if there is none or it is blank. */
    public @Nullable String take(String child) {
        Fields field = one(child);
        return field == null ? null : field.text();
    }

    /** Takes the text of the first field of this name; {@code orElse} if there is none or it is blank. */
    public String take(String child, String orElse) {
        String found = take(child);
        return found == null ? orElse : found;
    }

    /** Takes all fields of this name. */
    public List<Fields> all(String child) {
        List<Fields> all = children;
        if (all == null) {
            return List.of();
        }
        var found = new ArrayList<Fields>(4);
        for (int i = 0; i < all.size(); i++) {
            Fields field = all.get(i);
            if (!field.taken && field.name.equals(child)) {
                field.taken = true;
                found.add(field);
            }
        }
        return found;
    }

    /** Takes {@code list} and in it all {@code item}; empty if there is no list. */
    public List<Fields> all(String list, String item) {
        Fields field = one(list);
        return field == null ? List.of() : field.all(item);
    }

    /** Takes the texts of all fields of this name that are not blank. */
    public List<String> texts(String child) {
        var found = new ArrayList<String>();
        for (Fields field : all(child)) {
            String value = field.text();
            if (value != null) {
                found.add(value);
            }
        }
        return found;
    }

    /** Takes this field with all that is below it, unread on purpose. */
    public void skip() {
        taken = true;
        textTaken = true;
        if (children != null) {
            children.forEach(Fields::skip);
        }
    }

    /** Whether nothing but blanks stands in this field and below it. */
    public boolean isBlank() {
        if (text != null && !text.isBlank()) {
            return false;
        }
        return children == null || children.stream().allMatch(Fields::isBlank);
    }

    /** Tells the path of every field that is not blank and that nobody took. */
    public void unread(Consumer<String> path) {
        unread("", path);
    }

    private void unread(String above, Consumer<String> path) {
        if (text != null && !textTaken && !text.isBlank()) {
            path.accept(above.isEmpty() ? "text of the record" : above);
        }
        if (children == null) {
            return;
        }
        for (int i = 0; i < children.size(); i++) {
            Fields child = children.get(i);
            if (child.taken && child.children == null && child.textTaken) {
                continue;
            }
            child.unread(above.isEmpty() ? child.name : above + "/" + child.name, path);
        }
    }
}
