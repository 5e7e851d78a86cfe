/**
 * Files as they come: bytes with a hash, decoded and cut into records of named fields, inside fixed limits.
 *
 * <pre>
 *   Source ──▶ XmlRecords, CsvRows, XlsxRows, XlsRows, YamlDocuments ──▶ Fields ──▶ a ListFormat takes them one by one
 *   (hash, gzip,  (hardened, strict encoding, limits)                    what nobody took is a finding
 *    limits)
 * </pre>
 */
@NullMarked
package parley.lists.source;

import org.jspecify.annotations.NullMarked;
