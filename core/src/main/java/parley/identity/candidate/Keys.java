package parley.identity.candidate;

import parley.identity.name.PhoneticCode;
import parley.identity.name.PreparedName;
import parley.identity.name.Token;

/**
 * The keys under which a name is filed and sought, as 32-bit hashes. Gathered into arrays that are reused.
 *
 * <pre>
 *   hash [size]   the key
 *   slot [size]   which word of the name it belongs to; pairs and joined words have slots of their own
 *   worth[size]   how much a hit says: the letters themselves 1, the skeleton .8, with one letter lost .6
 * </pre>
 */
final class Keys {
    /** Class of each sound: what typists, languages and scripts exchange is one; 0 is dropped (vowels, j). */
    private static final byte[] CLASS = new byte[PhoneticCode.SOUNDS.length()];

    private static final String[] CLASSES = {"vwf", "ghxk", "dtD", "cCsSzZ", "bp", "mn", "l", "r"};
    private static final int MOST_WORDS = 8;
    private static final int PRIME = 0x01000193;

    static {
        for (int c = 0; c < CLASSES.length; c++) {
            for (char sound : CLASSES[c].toCharArray()) {
                CLASS[PhoneticCode.SOUNDS.indexOf(sound)] = (byte) (c + 1);
            }
        }
    }

    int[] hash = new int[512];
    int[] slot = new int[512];
    float[] worth = new float[512];
    int size;
    int slots;
    private final byte[] skeleton = new byte[64];
    private final int[] wholeSkeleton = new int[MOST_WORDS];

    /** Gathers the keys of a name; those gathered before are forgotten. */
    void of(PreparedName name) {
        size = 0;
        slots = 0;
        int words = 0;
        Token before = null;
        for (Token token : name.tokens()) {
            if (words >= MOST_WORDS || !isWord(token)) {
                continue;
            }
            int here = slots++;
            word(token, here);
            wholeSkeleton[words++] = skeletonHash(token.code);
            if (before != null) {
                joined(before, token, slots++);
            }
            before = token;
        }
        for (int i = 0; i < words; i++) {
            for (int j = i + 1; j < words; j++) {
                // The order of words does not matter, so neither does that of the pair.
                add(mix(7, wholeSkeleton[i] + wholeSkeleton[j], wholeSkeleton[i] ^ wholeSkeleton[j]), slots++, 0.6f);
            }
        }
    }

    private static boolean isWord(Token token) {
        return switch (token.kind) {
            case WORD, NUMBER -> !token.folded.isEmpty();
            case SHARED -> token.weight > 0;
            case WEAK, INITIAL, PARTICLE -> false;
        };
    }

    private void word(Token token, int here) {
        String folded = token.folded;
        int length = folded.length();
        add(mix(1, letters(folded, -1), length), here, 1);
        if (length >= 4 && length <= 24) {
            for (int skip = 0; skip < length; skip++) {
                // What lost a letter is filed with what is whole: a letter lost, added or exchanged meets here.
                add(mix(1, letters(folded, skip), length - 1), here, 0.6f);
            }
        }
        int n = skeleton(token.code);
        if (n > 1) {
            add(skeletonKey(n, -1), here, 0.8f);
        } else {
            add(mix(3, bytes(token.code), token.code.length), here, 0.8f);
        }
        if (n >= 4) {
            for (int skip = 0; skip < n; skip++) {
                add(skeletonKey(n, skip), here, 0.5f);
            }
        }
        for (int group : token.given) {
            add(mix(4, group, 17), here, 0.7f);
        }
        if (token.alternative != null) {
            int m = skeleton(token.alternative);
            if (m > 1) {
                add(skeletonKey(m, -1), here, 0.7f);
            }
        }
    }

    private void joined(Token first, Token second, int here) {
        int n = skeleton(first.code);
        int m = Math.min(second.code.length, skeleton.length);
        for (int i = 0; i < m && n < skeleton.length; i++) {
            byte sound = CLASS[second.code[i]];
            if (sound > 0 && (n == 0 || skeleton[n - 1] != sound)) {
                skeleton[n++] = sound;
            }
        }
        if (n >= 3) {
            add(skeletonKey(n, -1), here, 0.6f);
        }
    }

    private int skeleton(byte[] code) {
        int n = 0;
        for (int i = 0; i < code.length && n < skeleton.length; i++) {
            byte sound = CLASS[code[i]];
            if (sound > 0 && (n == 0 || skeleton[n - 1] != sound)) {
                skeleton[n++] = sound;
            }
        }
        return n;
    }

    private int skeletonHash(byte[] code) {
        int n = skeleton(code);
        return n > 1 ? skeletonKey(n, -1) : mix(3, bytes(code), code.length);
    }

    private int skeletonKey(int n, int skip) {
        int h = 0x811C9DC5;
        for (int i = 0; i < n; i++) {
            if (i != skip) {
                h = (h ^ skeleton[i]) * PRIME;
            }
        }
        return mix(2, h, skip < 0 ? n : n - 1);
    }

    private static int letters(String text, int skip) {
        int h = 0x811C9DC5;
        for (int i = 0; i < text.length(); i++) {
            if (i != skip) {
                h = (h ^ text.charAt(i)) * PRIME;
            }
        }
        return h;
    }

    private static int bytes(byte[] code) {
        int h = 0x811C9DC5;
        for (byte sound : code) {
            h = (h ^ sound) * PRIME;
        }
        return h;
    }

    private static int mix(int family, int a, int b) {
        int h = (a ^ family * 0x9E3779B9) * 0x85EBCA6B + b * 0xC2B2AE35;
        h ^= h >>> 15;
        return h * 0x27D4EB2F ^ h >>> 13;
    }

    private void add(int key, int here, float says) {
        if (size == hash.length) {
            hash = java.util.Arrays.copyOf(hash, size * 2);
            slot = java.util.Arrays.copyOf(slot, size * 2);
            worth = java.util.Arrays.copyOf(worth, size * 2);
        }
        hash[size] = key;
        slot[size] = here;
        worth[size] = says;
        size++;
    }
}
