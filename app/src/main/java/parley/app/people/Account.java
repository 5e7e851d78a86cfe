package parley.app.people;

import java.util.UUID;

/** Somebody's way in. Two accounts of one person are one pair of eyes. */
public record Account(UUID id, UUID person, String login, String name) {}
