package parley.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import parley.text.Source;

/** A name for a text that changes with every letter of it, whatever the order of its files. */
public final class TextHash {
    private TextHash() {}

    /** Returns 64 hexadecimal digits. */
    public static String of(Map<String, Source> sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(sources).forEach((name, source) -> {
                digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update((source.text() + "\n").getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
