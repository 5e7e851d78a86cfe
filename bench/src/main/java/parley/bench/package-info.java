/**
 * Benchmarks, each with the number it has to reach. {@code bench/run} runs all of them and prints a table; each has a
 * main of its own, so that a fresh JVM says what a user waits for.
 */
@NullMarked
package parley.bench;

import org.jspecify.annotations.NullMarked;
