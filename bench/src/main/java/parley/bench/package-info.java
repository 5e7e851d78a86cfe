/** Benchmarks: programs that print figures. What they print is for people; no test depends on the speed of a machine. */
@NullMarked
package parley.bench;

import org.jspecify.annotations.NullMarked;
