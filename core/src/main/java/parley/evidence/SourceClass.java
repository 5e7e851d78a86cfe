package parley.evidence;

/** What kind of origin speaks. */
public enum SourceClass {
    OFFICIAL_ACT(true),
    REGISTRY(true),
    COURT_PAPER(true),
    MONITOR_LIST(false),
    WITNESS(false),
    PORTAL_LEAD(false),
    MEDIA(false),
    PARTNER_REPORT(true),
    SATELLITE(false),
    EXPERT(false);

    private final boolean ofState;

    SourceClass(boolean ofState) {
        this.ofState = ofState;
    }

    boolean ofState() {
        return ofState;
    }
}
