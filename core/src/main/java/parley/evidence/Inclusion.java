package parley.evidence;

/** Whether a thing is proved to be in the evidence log; answered by whoever holds the log or a proof of it. */
@FunctionalInterface
public interface Inclusion {
    /**
     * Answers for one thing.
     *
     * @param what hash of the certificate's text
     * @param size of the log it must be in
     */
    Answer of(Hash what, long size);

    /** What a proof says. */
    sealed interface Answer {
        /** A proof was checked against a checkpoint. */
        record Proved() implements Answer {}

        /**
         * There is no proof, or it does not hold.
         *
         * @param reason one sentence without a full stop
         */
        record NotProved(String reason) implements Answer {}
    }
}
