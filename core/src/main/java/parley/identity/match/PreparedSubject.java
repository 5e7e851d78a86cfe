package parley.identity.match;

import java.util.List;
import parley.identity.Subject;
import parley.identity.name.Names;
import parley.identity.name.PreparedName;

/**
 * A subject with its names ready to be compared.
 *
 * @param names the readings of all names, in the order of the source
 */
public record PreparedSubject(Subject subject, PreparedName.Form form, List<PreparedName> names) {
    public PreparedSubject {
        names = List.copyOf(names);
    }

    public static PreparedSubject of(Subject subject) {
        return of(subject, Names.form(subject.kind(), subject.names()));
    }

    /** Returns the subject with its names read as those of {@code form}. */
    public static PreparedSubject of(Subject subject, PreparedName.Form form) {
        return new PreparedSubject(subject, form, Names.prepare(subject, form));
    }
}
