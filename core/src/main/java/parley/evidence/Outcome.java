package parley.evidence;

/** What "released" means for a person. */
public enum Outcome {
    /** Out of custody, may stay, has documents, by own choice. */
    FREED_AT_HOME,
    /** Out, but not free: house arrest, supervision, reporting, a ban on leaving, no documents. */
    FREED_RESTRICTED,
    /** Left with documents; the choice was confirmed outside the other side's control, not before 7 days. */
    LEFT_BY_CHOICE,
    /** Put across a border without choice or without documents. */
    EXPELLED,
    /** A foreign citizen handed to the own state; never freed at home. */
    REPATRIATED,
    EXCHANGED,
    /** Another prison, a hospital, a psychiatric ward: still held. */
    MOVED,
    STILL_HELD,
    BACK_IN_CUSTODY,
    DIED_IN_CUSTODY
}
