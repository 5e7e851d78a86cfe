package parley.brief;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Draws in ink of one colour: shapes, strokes and hatching tell things apart, so that a copy in black says the same. */
final class Svg {
    static final int TOP = 8;
    static final int BOTTOM = 26;
    static final int STOCK_HEIGHT = 176;
    static final int FLOW_HEIGHT = 74;
    private static final int WIDTH = 800;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);

    private final Html html;
    private final TimeAxis time;

    Svg(Html html, TimeAxis time) {
        this.html = html;
        this.time = time;
    }

    void open(int height, String description) {
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 %d %d".formatted(WIDTH, height),
                "role",
                "img",
                "aria-label",
                description);
        html.line();
    }

    void close() {
        html.close("svg").line();
    }

    /** Writes a coordinate with one decimal, so that the same numbers give the same bytes. */
    static String at(double v) {
        return String.format(Locale.ROOT, "%.1f", v);
    }

    void line(double x1, double y1, double x2, double y2, String kind) {
        html.empty("line", "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2), "class", kind);
    }

    void rect(double x, double y, double width, double height, String kind) {
        html.empty(
                "rect", "x", at(x), "y", at(y), "width", at(width), "height", at(Math.max(0, height)), "class", kind);
    }

    /** Draws a point with words that a pointer and a screen reader find. */
    void point(double x, double y, boolean sure, String words) {
        html.open("circle", "cx", at(x), "cy", at(y), "r", "3", "class", sure ? "sure" : "unsure")
                .el("title", words)
                .close();
    }

    void text(double x, double y, String anchor, String kind, String text) {
        html.el("text", text, "x", at(x), "y", at(y), "text-anchor", anchor, "class", kind);
    }

    /** Draws a sign with words behind it. */
    void sign(double x, double y, String sign, String words) {
        html.open("text", "x", at(x), "y", at(y), "text-anchor", "middle", "class", "sign")
                .text(sign)
                .el("title", words)
                .close();
    }

    /** Draws years, or quarters where the time is short. */
    void timeAxis(double y) {
        line(TimeAxis.LEFT, y, TimeAxis.RIGHT, y, "axis");
        LocalDate tick = time.bin(time.from());
        int step = time.isLong() ? 12 : 3;
        tick = time.isLong() ? tick : tick.withMonth((tick.getMonthValue() - 1) / step * step + 1);
        int every = Math.max(1, (time.to().getYear() - time.from().getYear()) / 12);
        for (int i = 0; !tick.isAfter(time.to()); tick = tick.plusMonths(step), i++) {
            if (time.shows(tick)) {
                line(time.x(tick), y, time.x(tick), y + 4, "axis");
                boolean labelled = !time.isLong() || i % every == 0;
                String label = time.isLong() ? String.valueOf(tick.getYear()) : MONTH.format(tick);
                text(time.x(tick), y + 16, "middle", "tick", labelled ? label : "");
            }
        }
    }

    /** Draws a scale from zero: three lines with their numbers; returns the number at the top. */
    double scale(double most, double top, double bottom) {
        double round = roundUp(most);
        for (int i = 0; i <= 2; i++) {
            double y = bottom - (bottom - top) * i / 2;
            line(TimeAxis.LEFT, y, TimeAxis.RIGHT, y, i == 0 ? "axis" : "grid");
            text(TimeAxis.LEFT - 5, y + 4, "end", "tick", Desk.number(round * i / 2));
        }
        return round;
    }

    /** Returns the next of 2, 4, 10, 20, 40, 100 and so on. */
    private static double roundUp(double most) {
        double power = 1;
        while (power * 10 < most) {
            power *= 10;
        }
        for (double times : new double[] {1, 2, 4, 6, 8}) {
            if (power * times >= most) {
                return Math.max(2, power * times);
            }
        }
        return power * 10;
    }
}
