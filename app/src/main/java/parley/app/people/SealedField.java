package parley.app.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Fields that the database keeps without being able to read them: ChaCha20-Poly1305 under a key that lies in a file of
 * the server. Table, column and row are bound in, so that a field moved elsewhere does not open.
 */
public final class SealedField {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    private SealedField(byte[] key) {
        this.key = new SecretKeySpec(key, "ChaCha20");
    }

    /** Reads the key, made at the first use; only its owner may read the file. */
    public static SealedField withKeyIn(Path folder) throws IOException {
        Path file = folder.resolve("fields.key");
        if (!Files.exists(file)) {
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            Path unfinished = Files.createTempFile(
                    folder,
                    "fields",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(unfinished, fresh);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        byte[] key = Files.readAllBytes(file);
        if (key.length != KEY_BYTES) {
            throw new IOException("%s should hold %d bytes and holds %d; restore it from a backup"
                    .formatted(file, KEY_BYTES, key.length));
        }
        return new SealedField(key);
    }

    /** Returns the field sealed for its place. */
    public byte[] seal(String column, UUID row, byte[] clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, column, row, nonce);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(clear.length));
            cipher.doFinal(clear, 0, clear.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A field cannot be sealed.", e);
        }
    }

    /**
     * Returns what was sealed.
     *
     * @throws GeneralSecurityException if the key, the place or a byte is another than when it was sealed
     */
    public byte[] open(String column, UUID row, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE_BYTES) {
            throw new GeneralSecurityException("The field is too short to be sealed.");
        }
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, column, row, Arrays.copyOf(sealed, NONCE_BYTES));
        return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    /** Returns a word that is the same for the same text and tells nothing of it to who lacks the key. */
    public byte[] mark(String column, String text) {
        try {
            var mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(("mark " + column + "\0" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A field cannot be marked.", e);
        }
    }

    private Cipher cipher(int mode, String column, UUID row, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, key, new IvParameterSpec(nonce));
        cipher.updateAAD((column + " " + row).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
