package parley.cli.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import parley.cli.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parley lsp}: serves an editor over standard input and output. */
@Command(
        name = "lsp",
        description = {
            "Serves an editor: findings while typing, completion, hover, rename and more.",
            "Speaks the Language Server Protocol over standard input and output; an editor starts it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  parley lsp                            (an editor runs this)",
            "  vim.lsp.start({cmd = {'parley', 'lsp'}, root_dir = vim.fn.getcwd()})   (in Neovim)"
        })
public final class LspCommand implements Callable<Integer> {
    @Option(
            names = "--stdio",
            description = "For editors that insist on saying it: there is no other way.",
            hidden = true)
    @SuppressWarnings("UnusedVariable") // picocli sets it, and nobody has to ask
    private boolean stdio;

    @Override
    public Integer call() throws InterruptedException {
        // Whatever else prints in this process must not stand between two messages of the protocol.
        InputStream in = System.in;
        OutputStream out = System.out;
        System.setOut(System.err);
        return Server.serve(in, out);
    }
}
