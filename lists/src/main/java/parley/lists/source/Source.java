package parley.lists.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import parley.lists.record.Finding.Code;
import parley.lists.record.Refused;

/** A file of a publisher on disk. Its name is data only; gzip is undone, with a limit on what comes out. */
public final class Source {
    private final Path path;
    private final String name;

    public Source(Path path) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
    }

    public Path path() {
        return path;
    }

    public String name() {
        return name;
    }

    /** Bytes on disk, as published. */
    public long sizeBytes() throws IOException {
        return Files.size(path);
    }

    /** SHA-256 of the bytes on disk, in hexadecimal. */
    public String sha256() throws IOException {
        MessageDigest digest = sha256Digest();
        byte[] block = new byte[1 << 16];
        try (var in = Files.newInputStream(path)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A digest that every Java platform has. */
    public static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    /** The first bytes, unpacked, one char a byte: enough to tell the format. Empty if they cannot be unpacked. */
    public String head() throws IOException {
        try (var in = open()) {
            return new String(in.readNBytes(8192), StandardCharsets.ISO_8859_1);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            return "";
        }
    }

    /** Whether the first bytes, unpacked, hold this text. */
    public boolean inHead(String text) {
        try {
            return head().contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    /** Opens the file, unpacked, inside the limits. */
    public InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        long most = gzip ? Math.min(Limits.FILE_BYTES, Math.max(1 << 20, Files.size(path) * Limits.ZIP_RATIO)) : Limits.FILE_BYTES;
        return new Guard(gzip ? new GZIPInputStream(raw, 1 << 16) : raw, most);
    }

    /** Opens the file as text; a byte that the encoding does not have ends the reading. */
    public java.io.Reader reader(Charset charset) throws IOException {
        return new java.io.InputStreamReader(
                open(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** A refusal of this file, at a place in it. */
    public Refused refused(Code code, String where, String what, String fix) {
        return new Refused(code, name, where, what, fix);
    }

    /** Thrown by the stream itself; told apart from trouble with the disk. */
    static final class BeyondLimit extends IOException {
        private static final long serialVersionUID = 1L;

        BeyondLimit(String what) {
            super(what);
        }
    }

    /** Counts what comes out. */
    static final class Guard extends FilterInputStream {
        private final long most;
        private long count;

        Guard(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                counted(1);
            }
            return b;
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            int n = super.read(block, offset, length);
            if (n > 0) {
                counted(n);
            }
            return n;
        }

        private void counted(int n) throws BeyondLimit {
            count += n;
            if (count > most) {
                throw new BeyondLimit("more than %d bytes, or more than %d times its packed size"
                        .formatted(most, Limits.ZIP_RATIO));
            }
        }
    }
}
