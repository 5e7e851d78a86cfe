package parley.evidence;

import java.time.LocalDate;

/** The reasoned end of a dispute; has effect when it is reviewed by four eyes. */
public record Resolution(String id, String dispute, End end, String reasons, LocalDate on) {
    public Resolution {
        Lines.id("id of the resolution", id);
        Lines.word("reasons of the resolution " + id, reasons);
    }

    /** How a dispute ends. */
    public enum End {
        UPHELD,
        MODIFIED,
        DISMISSED
    }

    /** Returns the hash that is reviewed. */
    public Hash hash() {
        return Hash.of(new Lines("parley-resolution/v1")
                .add("id", id)
                .add("dispute", dispute)
                .add("end", end.name())
                .add("on", on)
                .add("reasons", reasons)
                .end());
    }
}
