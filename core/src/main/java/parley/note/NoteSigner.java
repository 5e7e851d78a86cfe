package parley.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

/** A private key with its name. It is never printed. */
public final class NoteSigner {
    private final NoteKey key;
    private final PrivateKey secret;

    private NoteSigner(NoteKey key, PrivateKey secret) {
        this.key = key;
        this.secret = secret;
    }

    /** Makes a new pair. Randomness is an argument: {@code SecureRandom} in production, a seeded one in a test. */
    public static NoteSigner generate(String name, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            String hex = HexFormat.of().formatHex(encoded, encoded.length - Ed25519.KEY_BYTES, encoded.length);
            return new NoteSigner(new NoteKey(name, hex), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no Ed25519.", e);
        }
    }

    /**
     * Takes a stored seed with the public key it belongs to: the JDK does not derive one from the other.
     *
     * @param seed 32 bytes; the caller may fill them with zero afterwards
     * @throws IllegalArgumentException if the two do not belong together
     */
    public static NoteSigner of(NoteKey key, byte[] seed) {
        PrivateKey secret = Ed25519.privateKey(seed);
        byte[] probe = "parley: do these keys belong together?".getBytes(UTF_8);
        if (!Ed25519.verifies(key.publicKeyHex(), probe, Ed25519.sign(secret, probe))) {
            throw new IllegalArgumentException("The seed given for " + key.name() + " belongs to another public key.");
        }
        return new NoteSigner(key, secret);
    }

    public NoteKey key() {
        return key;
    }

    /**
     * Returns the signature line with its line feed, to be put below a text or below other lines.
     *
     * @param text ends with a line feed
     * @throws IllegalArgumentException if it cannot be the text of a note
     */
    public String line(String text) {
        String wrong = Notes.wrongText(text);
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        byte[] id = HexFormat.of().parseHex(key.id());
        byte[] signature = Ed25519.sign(secret, text.getBytes(UTF_8));
        byte[] both = new byte[id.length + signature.length];
        System.arraycopy(id, 0, both, 0, id.length);
        System.arraycopy(signature, 0, both, id.length, signature.length);
        return Notes.DASH + key.name() + " " + Base64.getEncoder().encodeToString(both) + "\n";
    }

    /** Returns text, blank line and signature line. */
    public String sign(String text) {
        return text + "\n" + line(text);
    }

    @Override
    public String toString() {
        return "signer " + key.name();
    }
}
