package parley.language;

import parley.text.Span;

/**
 * A clause of a declaration, as one line in the words of the language.
 *
 * @param key what the clause is about; a declaration has one clause of a key, or several that add up
 * @param words the line
 * @param value what is compared: the words, with the names of a list in alphabetical order
 */
public record Clause(String key, String words, String value, Span at) {}
