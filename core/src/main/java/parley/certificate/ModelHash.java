package parley.certificate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import parley.game.Game;

/** A name for a game that changes with everything a claim can rest on. */
public final class ModelHash {
    private ModelHash() {}

    public static String of(Game game) {
        MessageDigest digest = sha256();
        add(digest, game.kind() + " " + game.players() + " " + game.initial());
        add(digest, game.owner());
        add(digest, game.firstChoice());
        add(digest, game.firstBranch());
        add(digest, game.successor());
        add(digest, game.chance());
        game.chances().forEach(chance -> add(digest, chance.low() + " " + chance.high()));
        new TreeMap<>(game.labels()).forEach((name, states) -> {
            add(digest, name);
            add(digest, states.stream().toArray());
        });
        new TreeMap<>(game.rewards()).forEach((name, rewards) -> {
            add(digest, name + rewards.values());
            add(digest, rewards.ofState());
            add(digest, rewards.ofChoice());
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static void add(MessageDigest digest, int[] numbers) {
        var bytes = java.nio.ByteBuffer.allocate(4 * numbers.length + 4).putInt(numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        digest.update(bytes.array());
    }
}
