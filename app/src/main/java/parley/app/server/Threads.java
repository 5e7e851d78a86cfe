package parley.app.server;

/**
 * Threads for the server's requests.
 *
 * <p>A virtual thread gives its carrier back only when it waits. With one carrier a core, two requests that compute for
 * a second stop every other one, also those that hold a connection to the database. With more carriers than cores the
 * operating system shares the cores among them.
 */
public final class Threads {
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int LEAST = 16;
    private static final int A_CORE = 4;

    private Threads() {}

    /** Sets the number of carriers, unless the operator has; only before the first virtual thread starts. */
    public static void prepare() {
        if (System.getProperty(CARRIERS) == null) {
            int carriers = Math.max(LEAST, A_CORE * Runtime.getRuntime().availableProcessors());
            System.setProperty(CARRIERS, Integer.toString(carriers));
        }
    }
}
