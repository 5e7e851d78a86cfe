package parley.evidence;

import java.util.List;

/**
 * What held on a day, as it was known.
 *
 * @param sure claims that hold wherever their dates lie, in the order of the log
 * @param possible claims that hold for some place of their dates, those of {@code sure} not among them
 */
public record AsOf(List<Claim> sure, List<Claim> possible) {
    public AsOf {
        sure = List.copyOf(sure);
        possible = List.copyOf(possible);
    }
}
