package parley.app.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

final class PdfTest {
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    @Test
    void writes_cyrillic() throws IOException {
        String page = """
                <!DOCTYPE html>
                <html lang="en"><head><title>t</title><style>body { color: red }</style></head>
                <body><h1>Палітычныя вязні</h1></body></html>
                """;
        assertThat(text(Pdf.of(page, "briefing.css"))).contains("Палітычныя вязні");
    }

    @Test
    void draws_a_chart_within_the_margins() throws IOException {
        String page = """
                <html><head><title>t</title><style></style></head><body>
                <svg viewBox="0 0 1000 100"><rect class="bar" x="0" y="0" width="1000" height="100"/></svg></body></html>
                """;
        try (PDDocument read = Loader.loadPDF(Pdf.of(page, "briefing.css"))) {
            BufferedImage paper = new PDFRenderer(read).renderImage(0);
            int y = 60;
            int last = -1;
            for (int x = 0; x < paper.getWidth(); x++) {
                if ((paper.getRGB(x, y) & 0xFFFFFF) == 0x1F4E79) {
                    last = x;
                }
            }
            assertThat((double) last / paper.getWidth()).isBetween(0.85, 0.94);
        }
    }

    @Test
    void fetches_nothing() throws IOException {
        String page = """
                <html><head><title>t</title><style></style></head>
                <body><p>before</p><img src="http://127.0.0.1:9/x.png" alt=""/><img src="file:///etc/hostname" alt=""/><p>after</p></body></html>
                """;
        assertThat(text(Pdf.of(page, "briefing.css"))).contains("before").contains("after");
    }
}
