// Colours for the text, line by line. What a line means, the language server says; this only tells words apart.
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

const DECLARES = words(
  "case partner member stakeholder verifier panel indicator event measure reserve offer concession phase step rule prove ask assume aim scenario never always keep ledger answer consult hold",
);
const ACTS = words(
  "impose suspend license lift restore revoke grant withdraw keep review consult imposes suspends licenses lifts restores revokes grants withdraws keeps reviews consults",
);
const JOINS = words("when otherwise nothing whenever then until within for on by not and or no any given expect");
const STATES = words(
  "imposed suspended licensed lifted lapsed restored revoked granted withdrawn offered open closed passed claimed met verified broken expired disputed once first",
);

function words(list) {
  return new Set(list.split(" "));
}

function name(stream, state) {
  const word = stream.current();
  if (state.first) {
    state.first = false;
    if (DECLARES.has(word)) {
      state.declared = true;
      return "keyword";
    }
  }
  if (state.declared) {
    state.declared = false;
    return "definition";
  }
  if (ACTS.has(word)) return "operatorKeyword";
  if (JOINS.has(word)) return "controlKeyword";
  return STATES.has(word) ? "atom" : null;
}

const language = StreamLanguage.define({
  name: "parley",
  startState: () => ({ first: true, declared: false }),
  token(stream, state) {
    if (stream.sol()) {
      state.first = true;
      state.declared = false;
    }
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return "comment";
    if (stream.match(/^"[^"]*"?/)) return "string";
    if (stream.match(/^\[[^\]]*\]/)) return "modifier";
    if (stream.match(/^\d{4}-\d\d-\d\d/) || stream.match(/^-?\d+(\.\d+)?/)) return "number";
    if (stream.match(/^[a-z][a-z0-9-]*/)) return name(stream, state);
    stream.next();
    return null;
  },
  tokenTable: { definition: tags.definition(tags.variableName) },
  languageData: { commentTokens: { line: "#" } },
});

// Each colour has a contrast of 4.5 or more on white.
const colours = HighlightStyle.define([
  { tag: tags.comment, color: "#5b6670", fontStyle: "italic" },
  { tag: tags.string, color: "#1d6b3a" },
  { tag: tags.modifier, color: "#9a2b1f", fontWeight: "600" },
  { tag: tags.number, color: "#7a4a00" },
  { tag: tags.keyword, color: "#1f4e79", fontWeight: "700" },
  { tag: tags.definition(tags.variableName), color: "#1f4e79" },
  { tag: tags.operatorKeyword, color: "#6a2a7a" },
  { tag: tags.controlKeyword, color: "#7a2f5c" },
  { tag: tags.atom, color: "#0b5d66" },
]);

export const parley = [language, syntaxHighlighting(colours)];
