package parley.evidence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.note.NoteKey;

/**
 * Who held which role, key and policy when. Spans are half open in log indexes: what entry i does, entry i + 1 sees.
 */
final class Roster {
    private static final long OPEN = Long.MAX_VALUE;

    private final Map<String, Holder> holders = new HashMap<>();
    private final Map<String, KeySpan> keys = new HashMap<>();
    private final Map<Held, List<Span>> roles = new HashMap<>();
    private final Map<String, Lent> delegations = new HashMap<>();
    private final List<PolicyFrom> policies = new ArrayList<>();

    Roster() {}

    /** Another of the same content. */
    Roster(Roster before) {
        holders.putAll(before.holders);
        keys.putAll(before.keys);
        before.roles.forEach((held, spans) -> roles.put(held, new ArrayList<>(spans)));
        delegations.putAll(before.delegations);
        policies.addAll(before.policies);
    }

    private record Held(String holder, Role role) {}

    private record Span(long from, long to) {
        boolean has(long index) {
            return from < index && index <= to;
        }

        /** What has ended stays ended then: a second end must not bring the time between back to life. */
        Span endedAt(long index) {
            return to == OPEN ? new Span(from, index) : this;
        }
    }

    private record KeySpan(String holder, NoteKey key, Span span) {}

    private record Lent(Delegation delegation, Span span) {}

    /** A policy, its hash, and the entry that put it into force. */
    record PolicyFrom(long index, LocalDate since, Policy policy, Hash hash) {}

    void enrol(Holder holder) {
        holders.put(holder.id(), holder);
    }

    void give(long index, String holder, Role role) {
        roles.computeIfAbsent(new Held(holder, role), _ -> new ArrayList<>()).add(new Span(index, OPEN));
    }

    void end(long index, String holder, Role role) {
        roles.computeIfPresent(new Held(holder, role), (_, spans) -> {
            Span last = spans.removeLast();
            spans.add(last.endedAt(index));
            return spans;
        });
    }

    void addKey(long index, String holder, String vkey) {
        keys.put(vkey, new KeySpan(holder, NoteKey.parse(vkey), new Span(index, OPEN)));
    }

    void endKey(long index, String vkey) {
        keys.computeIfPresent(vkey, (_, k) -> new KeySpan(k.holder, k.key, k.span.endedAt(index)));
    }

    void lend(long index, Delegation delegation) {
        delegations.put(delegation.id(), new Lent(delegation, new Span(index, OPEN)));
    }

    void endLoan(long index, String id) {
        delegations.computeIfPresent(id, (_, lent) -> new Lent(lent.delegation, lent.span.endedAt(index)));
    }

    void set(Entry entry, Policy policy) {
        LocalDate since = entry.at().atOffset(ZoneOffset.UTC).toLocalDate();
        policies.add(new PolicyFrom(entry.index(), since, policy, policy.hash()));
    }

    @Nullable
    Holder holder(String id) {
        return holders.get(id);
    }

    boolean knowsKey(String vkey) {
        return keys.containsKey(vkey);
    }

    /** Returns whether the key can still sign at {@code size}. */
    boolean isOpenKey(String vkey, long size) {
        KeySpan found = keys.get(vkey);
        return found != null && found.span.has(size);
    }

    boolean isOpenDelegation(String id, long size) {
        Lent found = delegations.get(id);
        return found != null && found.span.has(size);
    }

    boolean hasDelegation(String id) {
        return delegations.containsKey(id);
    }

    List<PolicyFrom> policies() {
        return policies;
    }

    /** Returns whether the holder has the role itself among the entries below {@code size}. */
    boolean holds(String holder, Role role, long size) {
        return roles.getOrDefault(new Held(holder, role), List.of()).stream().anyMatch(span -> span.has(size));
    }

    /** Returns whether {@code from} lends the role to {@code to} then; only who holds it itself can lend it. */
    boolean lends(String from, String to, Role role, long size, LocalDate day) {
        return holds(from, role, size)
                && delegations.values().stream()
                        .anyMatch(lent -> lent.span.has(size)
                                && lent.delegation.from().equals(from)
                                && lent.delegation.to().equals(to)
                                && lent.delegation.role() == role
                                && lent.delegation.covers(day));
    }

    /** Returns the key, if it was the holder's among the entries below {@code size}. */
    @Nullable
    NoteKey key(String holder, String vkey, long size) {
        KeySpan found = keys.get(vkey);
        return found != null && found.holder.equals(holder) && found.span.has(size) ? found.key : null;
    }

    /** Returns the policy in force among the entries below {@code size}; null before there is one. */
    @Nullable
    PolicyFrom policy(long size) {
        PolicyFrom found = null;
        for (PolicyFrom policy : policies) {
            if (policy.index < size) {
                found = policy;
            }
        }
        return found;
    }
}
