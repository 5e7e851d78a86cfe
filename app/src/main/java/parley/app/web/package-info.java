/**
 * What all pages share: the frame around them, who asks about which case on which day, errors in plain words.
 *
 * <pre>
 *   request ──▶ Visit (who, which case, which day, known when) ──▶ page of a capability ──▶ Pages (template) ──▶ HTML
 * </pre>
 */
@NullMarked
package parley.app.web;

import org.jspecify.annotations.NullMarked;
