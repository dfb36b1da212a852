package io.vigil.app.patient.chart;

/**
 * Many readings as bars of one pixel, each from the least to the greatest of its pixel. Pixels are counted from a fixed
 * moment, not from the window's edge, so that bars move with a pan and do not shimmer.
 */
final class ReadingBars {

    /** Takes a bar: its left edge on the canvas, and which readings are its least and its greatest. */
    interface Taker {
        void bar(double x, int least, int greatest);
    }

    private ReadingBars() {}

    static void walk(Trace trace, PlotArea area, Taker taker) {
        var end = trace.endOf(area.window());
        var millisPerPixel = area.millisPerPixel();
        var start = area.window().from().toEpochMilli();
        var firstPixel = Math.floor(start / millisPerPixel);
        var shift = Math.round(start / millisPerPixel - firstPixel);

        var i = trace.firstIn(area.window());
        while (i < end) {
            var pixel = Math.floor(trace.millis(i) / millisPerPixel);
            var pixelEnds = (pixel + 1) * millisPerPixel;
            var least = i;
            var greatest = i;
            for (i++; i < end && trace.millis(i) < pixelEnds; i++) {
                if (trace.mgPerL(i) < trace.mgPerL(least)) {
                    least = i;
                } else if (trace.mgPerL(i) > trace.mgPerL(greatest)) {
                    greatest = i;
                }
            }
            taker.bar(PlotArea.LEFT + pixel - firstPixel - shift, least, greatest);
        }
    }
}
