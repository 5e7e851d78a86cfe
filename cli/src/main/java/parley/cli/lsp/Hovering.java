package parley.cli.lsp;

import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;
import parley.language.Hovers;
import parley.language.Symbols;

/** What a name is, as Markdown. */
final class Hovering {
    private Hovering() {}

    static @Nullable Hover at(Ask ask, Position position) {
        Symbols.Place place = ask.name(position);
        if (place == null) {
            return null;
        }
        Study study = ask.study();
        Hovers.Hover hover = Hovers.of(place.symbol(), study.symbols(), study.theCase(), study.texts());
        var content = new MarkupContent(MarkupKind.MARKDOWN, markdown(hover));
        return new Hover(content, Places.range(ask.source(), place.at()));
    }

    private static String markdown(Hovers.Hover hover) {
        var out = new StringBuilder("**").append(escaped(hover.head())).append("**");
        if (!hover.title().isEmpty()) {
            out.append(" — ").append(escaped(hover.title()));
        }
        out.append("\n\n");
        for (Hovers.Line line : hover.lines()) {
            out.append("- *")
                    .append(line.label())
                    .append(":* ")
                    .append(escaped(line.text()))
                    .append('\n');
        }
        return out.toString();
    }

    /** A title with a star or an angle bracket shall look as it was written, and never become a link or a tag. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#!|~&])", "\\\\$1");
    }
}
