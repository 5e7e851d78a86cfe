/** Archives that others made of official files. They count and compare; what they dropped cannot be had back, so they are never a source of law. */
@NullMarked
package parley.lists.archive;

import org.jspecify.annotations.NullMarked;
