package parley.app.alignment;

import java.util.List;
import parley.app.web.Svg;
import parley.lists.alignment.Alignment;

/** How many days each partner was behind, or ahead: a dot a subject, the median as a line. */
final class LagPicture {
    private static final int WIDTH = 760;
    private static final int LEFT = 70;
    private static final int ROW = 56;
    private static final double RIGHT = WIDTH - 20.0;

    private LagPicture() {}

    static String of(String reference, List<Alignment.Lags> all) {
        long most = 30;
        for (Alignment.Lags lags : all) {
            for (long day : lags.days()) {
                most = Math.max(most, Math.abs(day));
            }
        }
        var svg = new Svg(WIDTH, 40 + ROW * all.size(), "Days behind " + reference + ", by partner");
        double middle = (LEFT + RIGHT) / 2;
        double scale = (RIGHT - LEFT) / 2 / most;
        for (double share : new double[] {-1, -0.5, 0, 0.5, 1}) {
            double x = middle + share * most * scale;
            svg.empty("line", "x1", n(x), "x2", n(x), "y1", "22", "y2", n(30 + ROW * all.size()), "class", "grid");
            svg.text(x - 14, 14, "sub", "%+d".formatted(Math.round(share * most)));
        }
        int y = 30;
        for (Alignment.Lags lags : all) {
            svg.text(4, y + 22, "", lags.partner());
            svg.text(4, y + 38, "sub", "n = " + lags.days().size());
            for (long day : lags.days()) {
                svg.empty(
                        "circle",
                        "cx",
                        n(middle + day * scale),
                        "cy",
                        n(y + 20),
                        "r",
                        "4",
                        "class",
                        "ink",
                        "fill-opacity",
                        "0.5");
            }
            Long median = lags.quantile(0.5);
            if (median != null) {
                double x = middle + median * scale;
                svg.empty("line", "x1", n(x), "x2", n(x), "y1", n(y + 4), "y2", n(y + 36), "class", "now");
            }
            y += ROW;
        }
        return svg.close().whole();
    }

    private static String n(double value) {
        return String.format(java.util.Locale.ROOT, "%.1f", value);
    }
}
