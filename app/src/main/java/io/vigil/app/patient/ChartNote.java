package io.vigil.app.patient;

import io.vigil.app.patient.chart.ChartLook;
import io.vigil.app.patient.chart.ChartState;
import io.vigil.app.patient.chart.Coverage;
import io.vigil.app.patient.chart.Trace;
import java.text.NumberFormat;

/**
 * The line above the chart: how complete what is seen is, or why it is not there.
 *
 * @param isFailure whether the words tell of a failure that a person may want to try again
 */
record ChartNote(String words, boolean isFailure) {

    static ChartNote of(PatientModel.Loading loading, ChartState state, Trace trace, Wording wording, ChartLook look) {
        return switch (loading) {
            case PatientModel.Loading.Underway() -> new ChartNote(wording.text("loading"), false);
            case PatientModel.Loading.Failed(var sentence) -> new ChartNote(wording.text("failed", sentence), true);
            case PatientModel.Loading.Done() ->
                new ChartNote(words(Coverage.of(state.window(), trace, state.now()), wording, look), false);
        };
    }

    private static String words(Coverage coverage, Wording wording, ChartLook look) {
        if (coverage.readings() == 0) {
            return wording.text("coverage.none");
        }
        var count = NumberFormat.getIntegerInstance(wording.locale());
        var readings = count.format(coverage.readings());
        var expected = count.format(coverage.expected());
        var percent = count.format(coverage.percent());
        return switch (coverage.gaps()) {
            case 0 -> wording.text("coverage", readings, expected, percent);
            case 1 ->
                wording.text(
                        "coverage.gap",
                        readings,
                        expected,
                        coverage.longest().map(look::span).orElse(""));
            default -> wording.text("coverage.gaps", readings, expected, percent, count.format(coverage.gaps()));
        };
    }
}
