/**
 * The commands, one class each.
 *
 * <pre>
 *   folder ──▶ CaseFolder ──▶ parley.language ──▶ diagnostics ──▶ terminal, DiagnosticsJson or Sarif
 *     │                                      └──▶ Case ─────────▶ CaseJson or CaseDot
 *     │                                             ├──▶ parley.diff ──▶ ChangesText
 *     │                                             └──▶ parley.copy ──▶ a text for one reader
 *     └───▶ RecordFolder ──▶ parley.facts ────▶ diagnostics ──▶ the same
 * </pre>
 *
 * Commands read and write files; what they find out comes from core. Exit codes are in {@link parley.cli.ExitCode}.
 */
@NullMarked
package parley.cli;

import org.jspecify.annotations.NullMarked;
