package parley.app.upkeep;

import java.nio.file.Path;
import parley.app.people.Accounts;
import parley.app.record.CaseRecord;
import parley.app.record.Deed;
import parley.app.record.Label;

/** A process of its own that adds entries and prints the index of each one acknowledged, until it is killed. */
final class Writer {
    private Writer() {}

    public static void main(String[] args) throws Exception {
        Store store = Store.open(Path.of(args[0]), true);
        System.out.println("ready");
        while (true) {
            long index = store.parts
                    .record()
                    .write(
                            "belarus",
                            new CaseRecord.Author(Accounts.SYSTEM.id(), ""),
                            w -> w.add(new Deed.RecordKept("2026-06-01"), Label.PARTNERS, "x".repeat(2000)));
            System.out.println(index);
        }
    }
}
