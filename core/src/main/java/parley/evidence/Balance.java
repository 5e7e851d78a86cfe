package parley.evidence;

/**
 * The flows of a list between two dates, in persons. The stocks and flows need not agree: the residual is shown, and
 * outside its bounds it is an error in the data.
 */
public record Balance(
        long stockBefore,
        long newlyRecognised,
        long backInCustody,
        long outOfCustody,
        long died,
        long recognitionWithdrawn,
        long stockAfter) {

    /** Returns what the stock gained by its flows. */
    public long flow() {
        return newlyRecognised + backInCustody - outOfCustody - died - recognitionWithdrawn;
    }

    /** Returns what the flows do not explain: stock after − stock before − flow. */
    public long residual() {
        return stockAfter - stockBefore - flow();
    }

    /** Returns whether the residual is as large as the doubts in the counts allow. */
    public boolean isWithin(long low, long high) {
        return low <= residual() && residual() <= high;
    }
}
