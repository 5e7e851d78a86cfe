package parley.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/** Ed25519 as the JDK does it (RFC 8032); the criteria are pinned by a test over the 914 CCTV vectors. */
final class Ed25519 {
    static final int KEY_BYTES = 32;

    private static final HexFormat HEX = HexFormat.of();
    private static final String PUBLIC_PREFIX = "302a300506032b6570032100";
    private static final String PRIVATE_PREFIX = "302e020100300506032b657004220420";

    /** The encodings of points of low order: eight, and six that are not canonical (C2SP CCTV ed25519). */
    private static final Set<String> LOW_ORDER = Set.of(
            "00".repeat(32),
            "ed" + "ff".repeat(30) + "7f",
            "00".repeat(31) + "80",
            "ed" + "ff".repeat(31),
            "01" + "00".repeat(31),
            "01" + "00".repeat(30) + "80",
            "ee" + "ff".repeat(30) + "7f",
            "ee" + "ff".repeat(31),
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
            "ec" + "ff".repeat(30) + "7f",
            "ec" + "ff".repeat(31));

    private Ed25519() {}

    /** Everybody can sign anything under a key of low order. */
    static boolean isLowOrder(String publicKeyHex) {
        return LOW_ORDER.contains(publicKeyHex);
    }

    /** The JDK throws more often than it says no; both mean that the signature does not verify. */
    static boolean verifies(String publicKeyHex, byte[] message, byte[] signature) {
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(HEX.parseHex(PUBLIC_PREFIX + publicKeyHex)));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /**
     * Returns the key of a seed.
     *
     * @throws IllegalArgumentException if the seed has not 32 bytes
     */
    static PrivateKey privateKey(byte[] seed) {
        if (seed.length != KEY_BYTES) {
            throw new IllegalArgumentException("A seed of Ed25519 has 32 bytes, this one has " + seed.length + ".");
        }
        byte[] prefix = HEX.parseHex(PRIVATE_PREFIX);
        byte[] encoded = new byte[prefix.length + seed.length];
        System.arraycopy(prefix, 0, encoded, 0, prefix.length);
        System.arraycopy(seed, 0, encoded, prefix.length, seed.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no Ed25519.", e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key cannot sign with Ed25519.", e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }
}
