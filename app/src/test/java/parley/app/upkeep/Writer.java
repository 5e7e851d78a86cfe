package parley.app.upkeep;

import java.nio.file.Path;
import parley.app.people.Accounts;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Label;
import parley.app.record.RecordException;

/**
 * A process of its own that adds entries and prints the index and the reason of each one acknowledged, until it is
 * killed. What fails is told as {@code refused}, and the next entry is tried.
 */
final class Writer {
    private Writer() {}

    public static void main(String[] args) throws Exception {
        Store store = Store.open(Path.of(args[0]), true);
        String fill = "x".repeat(2000);
        System.out.println("ready");
        for (long number = 0; ; number++) {
            // Different in every life of every writer, so that an entry cannot be taken for another.
            String reason = "%d-%d-%s".formatted(ProcessHandle.current().pid(), number, fill);
            try {
                long index = store.parts
                        .record()
                        .write(
                                "belarus",
                                new CaseRecord.Author(Accounts.SYSTEM.id(), ""),
                                w -> w.add(new Deed.RecordKept("2026-06-01"), Label.PARTNERS, reason));
                System.out.println(index + " " + reason);
            } catch (RecordException e) {
                System.out.println("refused " + e.outcome());
            }
        }
    }
}
