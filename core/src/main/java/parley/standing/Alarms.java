package parley.standing;

/** How early the standing alarms; what a text claims of attention rests on it. */
public final class Alarms {
    /** Days before a relief or a measure ends by itself. */
    public static final int ENDS_SOON_DAYS = 30;

    private Alarms() {}
}
