package parley.app.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import parley.evidence.Hash;
import parley.note.NoteSigner;

/** The key by which this server vouches for what its record says. It lies in the data folder, readable by its owner alone. */
public final class ServerKey {
    private static final int SEED_BYTES = 32;
    private static final String NAME = "parley-server";

    private final byte[] seed;
    private final NoteSigner signer;

    private ServerKey(byte[] seed) {
        this.seed = seed.clone();
        this.signer = NoteSigner.generate(NAME, new Fixed(seed));
    }

    /** Reads the key, made at the first use. */
    public static ServerKey in(Path folder) throws IOException {
        Path file = folder.resolve("server.key");
        if (!Files.exists(file)) {
            byte[] fresh = new byte[SEED_BYTES];
            new SecureRandom().nextBytes(fresh);
            Path unfinished = Files.createTempFile(
                    folder,
                    "server",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(unfinished, fresh);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        byte[] seed = Files.readAllBytes(file);
        if (seed.length != SEED_BYTES) {
            throw new IOException("%s should hold %d bytes and holds %d; restore it from a backup"
                    .formatted(file, SEED_BYTES, seed.length));
        }
        return new ServerKey(seed);
    }

    /** Returns who signs. */
    public NoteSigner signer() {
        return signer;
    }

    /** Returns a salt that only this server can compute, always the same for equal words. */
    public byte[] salt(String words) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(seed.length).array());
            digest.update(seed);
            byte[] all = digest.digest(("parley-salt/v1 " + words).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(all, Hash.SALT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Gives the stored bytes as if they were drawn: the JDK makes a pair from random bytes, and none from a seed. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient byte[] bytes;

        Fixed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] out) {
            if (out.length != bytes.length) {
                throw new IllegalStateException("A key of Ed25519 is made from 32 bytes, not " + out.length + ".");
            }
            System.arraycopy(bytes, 0, out, 0, out.length);
        }
    }
}
