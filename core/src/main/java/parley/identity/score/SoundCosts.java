package parley.identity.score;

import java.util.Arrays;
import parley.identity.name.PhoneticCode;

/**
 * What it costs to take one sound for another, 0 to 1. Two tables: one for alphabets that write vowels, one for pairs where a
 * side comes from a script that writes few or that folds sounds together (Arabic, Chinese, kana and others).
 *
 * <pre>
 *   substitute [s * 29 + t]   remove [s]
 * </pre>
 */
final class SoundCosts {
    static final int SOUNDS = PhoneticCode.SOUNDS.length();
    static final float TRANSPOSE = 0.6f;

    private static final String CLOSE =
            "iy.05 ij.05 yj.06 wv.05 gh.05 ao.1 dD.12 wu.1 hx.1 tc.18 vu.18 ae.22 ei.22 ey.22 ai.3 eo.22 Ss.22 Zz.25 Cx.3 Ck.3 ja.3 je.25 vf.35"
                    + " wf.35 wl.35 gx.35 xk.35 cC.3 cs.35 cz.35 tC.35 sz.4 dt.45 bp.5 gk.45 DZ.4 Dz.4 Dc.45 SC.4 SZ.4 Zj.25 wo.45 gj.5 hk.5 mn.6 ck.3"
                    + " ZC.45 xg.35 jZ.25 ao.1 ay.35 oy.35 uo.3 uy.35 ui.35 au.35 eu.35 iu.35 ci.9 tD.5 xS.6 bv.6 kg.45 sC.6 jD.5 rl.8 ji.05 xs.9 Cj.4";

    /** Where vowels are mostly not written: what stands for what in Arabic, Chinese, Korean, kana, Khmer. */
    private static final String LOOSE =
            "ai.1 ae.1 ao.1 au.1 ei.1 eo.1 eu.1 io.15 iu.15 ou.05 wo.05 wu.05 ji.05 je.1 bp.1 fp.3 vf.1 wv.05 vb.25 gk.15 gj.3 jZ.1 gx.3 hx.05 kx.25"
                    + " td.2 Dz.1 sz.2 Ss.15 SC.3 CZ.2 cs.2 ct.25 lr.3 mn.4 kC.4 zZ.2 sc.2 tc.2 tC.3 gZ.25 hg.3 kh.4 rn.8 dz.4 tZ.4 cC.15 cz.2";

    static final SoundCosts EXACT = new SoundCosts(CLOSE, 0.8f, 0.35f, 0.3f, 0.08f, 0.6f);
    static final SoundCosts VAGUE = new SoundCosts(CLOSE + " " + LOOSE, 0.7f, 0.12f, 0.1f, 0.06f, 0.25f);

    /** For each sound the sounds that are near it, as bits: those it may be taken for at no more than {@link #NEAR_COST}. */
    final int[] near = new int[SOUNDS];

    /** What a consonant costs at least that has no near sound in the other word. */
    static final float NEAR_COST = 0.6f;

    /** Bits of the sounds that count for the bound: consonants but h and j, which come and go. */
    static final int FIRM = firm();

    final float[] substitute = new float[SOUNDS * SOUNDS];
    final float[] remove = new float[SOUNDS];

    private SoundCosts(String pairs, float consonant, float vowel, float i, float j, float h) {
        Arrays.fill(substitute, 1);
        for (byte s = 0; s < SOUNDS; s++) {
            substitute[s * SOUNDS + s] = 0;
            remove[s] = PhoneticCode.isVowel(s) ? vowel : consonant;
            for (byte t = 0; t < SOUNDS; t++) {
                if (s != t && PhoneticCode.isVowel(s) && PhoneticCode.isVowel(t)) {
                    substitute[s * SOUNDS + t] = Math.min(0.35f, vowel * 1.2f);
                }
            }
        }
        remove[sound('i')] = i;
        remove[sound('j')] = j;
        remove[sound('h')] = h;
        for (String pair : pairs.split(" ", -1)) {
            int a = sound(pair.charAt(0));
            int b = sound(pair.charAt(1));
            float cost = Float.parseFloat(pair.substring(2));
            substitute[a * SOUNDS + b] = cost;
            substitute[b * SOUNDS + a] = cost;
        }
        for (int s = 0; s < SOUNDS; s++) {
            for (int t = 0; t < SOUNDS; t++) {
                near[s] |= substitute[s * SOUNDS + t] <= NEAR_COST ? 1 << t : 0;
            }
        }
    }

    static int sound(char c) {
        return PhoneticCode.SOUNDS.indexOf(c);
    }

    private static int firm() {
        int bits = 0;
        for (byte s = 0; s < SOUNDS; s++) {
            bits |= PhoneticCode.isVowel(s) || s == sound('j') || s == sound('h') ? 0 : 1 << s;
        }
        return bits;
    }

    /** Returns a bound below the cost between two codes: consonants of one that nothing in the other is near. O(|a| + |b|). */
    float atLeast(byte[] a, int maskA, byte[] b, int maskB) {
        int lonelyA = Integer.bitCount(maskA & FIRM & ~around(b));
        int lonelyB = Integer.bitCount(maskB & FIRM & ~around(a));
        return NEAR_COST * Math.max(lonelyA, lonelyB);
    }

    private int around(byte[] code) {
        int bits = 0;
        for (byte sound : code) {
            bits |= near[sound];
        }
        return bits;
    }
}
