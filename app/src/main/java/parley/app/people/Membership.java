package parley.app.people;

import java.util.UUID;
import parley.app.record.Label;

/**
 * A role held now.
 *
 * @param body the partner, verifier or stakeholder it is held for; empty for other roles
 * @param clearance what the account reads by it
 * @param given the entry that gave it
 */
public record Membership(String caseId, UUID account, Role role, String body, Label clearance, long given) {}
