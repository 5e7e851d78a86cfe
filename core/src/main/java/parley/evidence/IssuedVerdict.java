package parley.evidence;

import java.time.LocalDate;
import java.util.List;

/**
 * A verdict whose certificate was given out.
 *
 * @param certificate hash of its text without the signatures
 * @param claims ids of the claims it rests on, sorted
 * @param holders to whom it was given; they are told when it falls
 */
public record IssuedVerdict(
        Hash certificate, Clause clause, LocalDate world, List<String> claims, List<String> holders) {
    public IssuedVerdict {
        claims = Lines.ids("claim of the verdict", claims);
        holders = holders.stream().sorted().distinct().toList();
    }
}
