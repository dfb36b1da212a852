package io.vigil.agent.foresight;

import io.vigil.forecast.Forecaster;
import io.vigil.forecast.SecondOrderAutoregression;
import io.vigil.forecast.StraightLine;
import io.vigil.rule.UrgentLowSoon;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How well lows are foreseen, beside what others do. Whatever is set is set on the one cohort, by the budget alone, and
 * told untouched on the others.
 */
public final class ForecastBench {

    /** What a patient may be troubled with on the cohort on which thresholds are set. */
    static final double FALSE_A_DAY_AT_MOST = 1.1;

    private static final List<Integer> CURVE = List.of(15, 20, 25, 30, 35, 40, 45, 50, 60);
    private static final StraightLineWarner LINE = new StraightLineWarner(Duration.ofMinutes(20), 70);

    private final Cohort setOn;
    private final List<Cohort> judgedOn;
    private final Consumer<ForeseenFigure> found;

    /**
     * @param setOn where thresholds are set
     * @param judgedOn where nothing ever is
     */
    public ForecastBench(Cohort setOn, List<Cohort> judgedOn, Consumer<ForeseenFigure> found) {
        this.setOn = setOn;
        this.judgedOn = List.copyOf(judgedOn);
        this.found = found;
    }

    public void run() {
        var standard = UrgentLowSoon.standard()
                .lookingAheadBy(new RememberedForecasts(UrgentLowSoon.standard().forecaster()));
        var autoregression = new RememberedForecasts(new SecondOrderAutoregression());
        var percentOfAutoregression = percentWithinBudget(autoregression);
        found.accept(new ForeseenFigure(
                "forecast-threshold",
                "%",
                setOn.judged().size(),
                standard.likelyPercent(),
                standard.likelyPercent(),
                standard.likelyPercent(),
                Double.NaN,
                new LinkedHashMap<>(Map.of("within_budget", (double) percentWithinBudget(standard.forecaster())))));
        tell(setOn, standard, autoregression, percentOfAutoregression);
        for (var cohort : judgedOn) {
            tell(cohort, standard, autoregression, percentOfAutoregression);
        }
    }

    private void tell(Cohort cohort, UrgentLowSoon standard, Forecaster autoregression, int percent) {
        var line = cohort.judge(LINE);
        var floor = Foresight.of(line).lead();
        var name = "forecast-" + cohort.name();
        tellLeads(name + "-vigil", cohort.judge(new RuleWarner(standard)), floor, standard.likelyPercent());
        tellLeads(name + "-autoregression", cohort.judge(new RuleWarner(at(percent, autoregression))), floor, percent);
        found.accept(ForeseenFigure.ofLeads(
                name + "-nightscout-ar2", cohort.judge(new NightscoutWarner()), floor, Map.of()));
        found.accept(ForeseenFigure.ofLeads(name + "-straight-line", line, floor, Map.of()));
        for (var each : CURVE) {
            tellLeads(
                    name + "-curve-" + each,
                    cohort.judge(new RuleWarner(at(each, standard.forecaster()))),
                    floor,
                    each);
        }
        var byLine = ForeseenFigure.ofErrors(
                name + "-error-straight-line", ForecastErrors.of(cohort, new StraightLine()), Double.NaN);
        found.accept(byLine);
        found.accept(ForeseenFigure.ofErrors(
                name + "-error-autoregression",
                ForecastErrors.of(cohort, new SecondOrderAutoregression()),
                byLine.p50()));
    }

    private void tellLeads(String name, List<Judged> people, double floor, int percent) {
        found.accept(ForeseenFigure.ofLeads(name, people, floor, Map.of("threshold_percent", (double) percent)));
    }

    /** The least percent that keeps to the budget on the cohort on which thresholds are set. */
    private int percentWithinBudget(Forecaster forecaster) {
        return IntStream.rangeClosed(10, 90)
                .filter(percent -> percent % 5 == 0)
                .filter(percent -> Foresight.of(setOn.judge(new RuleWarner(at(percent, forecaster))))
                                .falseADay()
                        <= FALSE_A_DAY_AT_MOST)
                .findFirst()
                .orElse(90);
    }

    private static UrgentLowSoon at(int percent, Forecaster forecaster) {
        return UrgentLowSoon.standard().likelyFrom(percent).lookingAheadBy(forecaster);
    }
}
