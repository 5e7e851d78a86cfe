// The language server over a WebSocket: one message of the protocol is one message of the socket.

export class LanguageServer {
  #socket;
  #asked = new Map();
  #next = 1;
  #ready;

  constructor(address, told) {
    this.#socket = new WebSocket(address);
    this.#socket.addEventListener("message", (event) => this.#hear(JSON.parse(event.data), told));
    this.#ready = new Promise((resolve, reject) => {
      this.#socket.addEventListener("open", resolve);
      this.#socket.addEventListener("error", reject);
      this.#socket.addEventListener("close", reject);
    }).then(() => this.#begin());
    this.closed = new Promise((resolve) => this.#socket.addEventListener("close", resolve));
  }

  get ready() {
    return this.#ready;
  }

  async #begin() {
    await this.ask("initialize", { processId: null, rootUri: null, capabilities: {} });
    this.tell("initialized", {});
  }

  #hear(message, told) {
    if (message.method === "textDocument/publishDiagnostics") {
      told(message.params);
    } else if (message.id !== undefined && this.#asked.has(message.id)) {
      this.#asked.get(message.id)(message.result ?? null);
      this.#asked.delete(message.id);
    }
  }

  tell(method, params) {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify({ jsonrpc: "2.0", method, params }));
    }
  }

  ask(method, params) {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.resolve(null);
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#asked.set(id, resolve);
      this.#socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    });
  }
}
