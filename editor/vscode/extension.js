// Starts `parley lsp` and connects the editor to it; everything Parley knows is in the server.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const command = vscode.workspace.getConfiguration("parley").get("command");
  client = new LanguageClient(
    "parley",
    "Parley",
    { command, args: ["lsp"] },
    {
      documentSelector: [
        { scheme: "file", language: "parley" },
        { scheme: "file", language: "markdown" },
      ],
      synchronize: {
        // A text or a row of the record that changes outside the editor changes what is wrong.
        fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{parley,md,csv}"),
      },
    },
  );
  return client.start();
};

exports.deactivate = () => client?.stop();
