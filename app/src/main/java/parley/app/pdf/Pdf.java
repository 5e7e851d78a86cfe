package parley.app.pdf;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns one of our own pages into a PDF. Nothing is fetched: a picture or a sheet from elsewhere stays out. */
public final class Pdf {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String SANS = "DejaVu Sans";
    private static final String MONO = "DejaVu Sans Mono";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    /** What the margins of the sheets leave of A4. */
    private static final int WIDTH_MM = 180;

    private static final Pattern STYLE = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);
    private static final Pattern CHART = Pattern.compile("<svg\\b([^>]*)>");
    private static final Pattern BOX = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"");
    private static final String NAMESPACE = " xmlns=\"http://www.w3.org/2000/svg\"";
    private static final Pattern DOCTYPE = Pattern.compile("^\\s*<!DOCTYPE[^>]*>", Pattern.CASE_INSENSITIVE);

    static {
        // It tells the console of each word of a sheet that it does not know.
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    /**
     * Returns a page as a PDF on A4.
     *
     * @param html a page of ours, well-formed as XML, with at most one {@code style}, which {@code sheet} replaces
     * @param sheet the name of a sheet in {@code parley/pdf}, for example {@code briefing.css}
     */
    public static byte[] of(String html, String sheet) {
        String plain = DOCTYPE.matcher(html).replaceFirst("");
        String styled = STYLE.matcher(plain).replaceFirst(quoted("<style>" + text(sheet) + "</style>"));
        // A chart does not see the page's sheet, so each carries its own.
        String own = "<style>" + text("charts.css") + "</style>";
        String charts = CHART.matcher(styled).replaceAll(chart -> quoted(sized(chart.group(1)) + own));
        var out = new ByteArrayOutputStream();
        try (var charted = new BatikSVGDrawer()) {
            var builder = new PdfRendererBuilder();
            builder.useSVGDrawer(charted);
            builder.useUriResolver((_, _) -> null);
            font(builder, "DejaVuSans.ttf", SANS, NORMAL, FontStyle.NORMAL);
            font(builder, "DejaVuSans-Bold.ttf", SANS, BOLD, FontStyle.NORMAL);
            font(builder, "DejaVuSans-Oblique.ttf", SANS, NORMAL, FontStyle.ITALIC);
            font(builder, "DejaVuSansMono.ttf", MONO, NORMAL, FontStyle.NORMAL);
            builder.withHtmlContent(charts, null);
            builder.withProducer("Parley");
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Returns the opening of a chart; one without a size of its own becomes as wide as the paper allows. */
    private static String sized(String opening) {
        String named = opening.contains("xmlns=") ? opening : opening + NAMESPACE;
        Matcher box = BOX.matcher(opening);
        if (!box.find()) {
            return "<svg" + named + ">";
        }
        double height = WIDTH_MM * Double.parseDouble(box.group(2)) / Double.parseDouble(box.group(1));
        return "<svg%s style=\"width: %dmm; height: %.1fmm\">".formatted(named, WIDTH_MM, height);
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FontStyle style) {
        FSSupplier<InputStream> font = () -> Objects.requireNonNull(Pdf.class.getResourceAsStream(FONTS + file), file);
        builder.useFont(font, family, weight, style, true);
    }

    private static String text(String sheet) {
        try (InputStream in = Objects.requireNonNull(Pdf.class.getResourceAsStream("/parley/pdf/" + sheet), sheet)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
