// The editor of the text. The page works without it: it stands in for the text area, and writes back into it.
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { linter, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { parley } from "./parley.js";
import { LanguageServer } from "./server.js";

const SEVERITIES = { 1: "error", 2: "warning", 3: "info", 4: "hint" };
const CHANGE_MILLIS = 250;

const form = document.getElementById("edit");
const area = document.getElementById("text");
const live = document.getElementById("live");
if (form && area) begin();

function begin() {
  const folder = form.dataset.folder;
  const uri = (file) => `file:///${folder}/${file}`;
  const here = uri(form.dataset.file);
  const errors = new Map();
  let view;
  let version = 1;
  let waiting = 0;

  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const server = new LanguageServer(`${scheme}//${location.host}${form.dataset.socket}`, (found) => {
    errors.set(found.uri, found.diagnostics.filter((d) => d.severity === 1).length);
    if (found.uri === here) {
      const shown = found.diagnostics.map((d) => diagnostic(view.state.doc, d));
      view.dispatch(setDiagnostics(view.state, shown));
    }
    tell();
  });

  function tell() {
    const mine = errors.get(here) ?? 0;
    let elsewhere = 0;
    errors.forEach((n, of) => (elsewhere += of === here ? 0 : n));
    const others = elsewhere === 0 ? "" : `, ${counted(elsewhere)} in other files`;
    live.textContent =
      mine + elsewhere === 0 ? "No errors while you type." : `${counted(mine)} here${others}. “Check” tells them all.`;
  }

  function changed() {
    area.value = view.state.doc.toString();
    clearTimeout(waiting);
    waiting = setTimeout(send, CHANGE_MILLIS);
  }

  function send() {
    clearTimeout(waiting);
    waiting = 0;
    server.tell("textDocument/didChange", {
      textDocument: { uri: here, version: ++version },
      contentChanges: [{ text: view.state.doc.toString() }],
    });
  }

  /** An answer is about the text as it is, so what is not sent yet goes first. */
  function ask(method, pos) {
    if (waiting) send();
    return server.ask(method, { textDocument: { uri: here }, position: position(view.state.doc, pos) });
  }

  const box = document.createElement("div");
  box.className = "editor";
  area.after(box);
  // Styles made by script are refused in the page; a shadow root takes a sheet that is no markup.
  const root = box.attachShadow({ mode: "open" });
  view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: area.value,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        lintGutter(),
        linter(null),
        parley,
        theme(),
        autocompletion({ override: [(context) => completions(context, ask)] }),
        hoverTooltip((_, pos) => hover(pos, ask)),
        keymap.of([...completionKeymap, ...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({ "aria-label": form.dataset.file, spellcheck: "false" }),
        EditorView.updateListener.of((update) => update.docChanged && changed()),
      ],
    }),
  });
  area.hidden = true;
  area.labels[0]?.addEventListener("click", () => view.focus());
  area.parleyEditor = view;

  server.ready
    .then(() => {
      const open = (of, text) =>
        server.tell("textDocument/didOpen", { textDocument: { uri: of, languageId: "parley", version: 1, text } });
      form.querySelectorAll("[data-draft]").forEach((draft) => open(uri(draft.dataset.draft), draft.value));
      open(here, view.state.doc.toString());
    })
    .catch(() => {
      live.textContent = "No findings while typing: the server cannot be reached. “Check” works all the same.";
    });
  server.closed.then(() => {
    live.textContent = "Findings while typing have stopped; load the page again for them. “Check” works all the same.";
  });
}

function counted(n) {
  return n === 1 ? "1 error" : `${n} errors`;
}

function position(doc, pos) {
  const line = doc.lineAt(pos);
  return { line: line.number - 1, character: pos - line.from };
}

function offset(doc, { line, character }) {
  if (line >= doc.lines) return doc.length;
  const found = doc.line(line + 1);
  return Math.min(found.from + character, found.to);
}

function diagnostic(doc, d) {
  const from = offset(doc, d.range.start);
  const to = Math.max(from, offset(doc, d.range.end));
  const says = typeof d.message === "string" ? d.message : d.message.value;
  return { from, to, severity: SEVERITIES[d.severity] ?? "info", source: d.code, message: says };
}

async function hover(pos, ask) {
  const found = await ask("textDocument/hover", pos);
  const says = plain(found?.contents);
  if (!says) return null;
  return {
    pos,
    create() {
      const dom = document.createElement("div");
      dom.className = "says";
      dom.textContent = says;
      return { dom };
    },
  };
}

function plain(contents) {
  if (!contents) return "";
  if (typeof contents === "string") return contents;
  return Array.isArray(contents) ? contents.map(plain).join("\n") : contents.value;
}

async function completions(context, ask) {
  const word = context.matchBefore(/[a-z0-9-]*/);
  const from = word ? word.from : context.pos;
  if (from === context.pos && !context.explicit) return null;
  const found = await ask("textDocument/completion", context.pos);
  const items = Array.isArray(found) ? found : (found?.items ?? []);
  if (items.length === 0) return null;
  const options = items.map((item) => ({
    label: item.label,
    detail: item.detail,
    info: plain(item.documentation) || undefined,
    apply: item.textEdit?.newText ?? item.insertText ?? item.label,
  }));
  return { from, options, validFor: /^[a-z0-9-]*$/ };
}

function theme() {
  return EditorView.theme({
    "&": { height: "100%", fontSize: "13.8px", backgroundColor: "#fff", color: "#1b2733" },
    "&.cm-focused": { outline: "none" },
    ".cm-scroller": { fontFamily: 'ui-monospace, "Liberation Mono", monospace', lineHeight: "1.5" },
    ".cm-gutters": { backgroundColor: "#f4f6f8", color: "#55626f" },
    ".cm-activeLine": { backgroundColor: "#f4f8fc" },
    ".cm-tooltip": { maxWidth: "40rem" },
    ".says": { padding: ".3rem .6rem", whiteSpace: "pre-wrap", font: "14px/1.4 system-ui, sans-serif" },
    ".cm-diagnostic": { whiteSpace: "pre-wrap", font: "14px/1.4 system-ui, sans-serif" },
  });
}
