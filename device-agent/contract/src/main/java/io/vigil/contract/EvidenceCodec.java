package io.vigil.contract;

import io.vigil.alarm.Evidence;
import io.vigil.contract.v1.Forecast;
import io.vigil.contract.v1.Rate;
import io.vigil.glucose.GlucoseRate;
import java.time.Duration;

/** What alarms rest on, to the wire and back. */
final class EvidenceCodec {

    private EvidenceCodec() {}

    static io.vigil.contract.v1.Evidence evidence(Evidence evidence) {
        var wire = io.vigil.contract.v1.Evidence.newBuilder();
        return switch (evidence) {
            case Evidence.ByReading(var reading) ->
                wire.setReading(ReadingCodec.bare(reading)).build();
            case Evidence.ByForecast(var newest, var expected, var percent, var within) ->
                wire.setForecast(Forecast.newBuilder()
                                .setNewest(ReadingCodec.bare(newest))
                                .setExpectedMgPerL(expected.mgPerL())
                                .setPercent(percent)
                                .setWithinSeconds((int) within.toSeconds()))
                        .build();
            case Evidence.ByRate(var newest, var rate) ->
                wire.setRate(Rate.newBuilder()
                                .setNewest(ReadingCodec.bare(newest))
                                .setMgPerDlPerMinute(rate.mgPerDlPerMinute()))
                        .build();
            case Evidence.BySilence(var since) ->
                wire.setSilenceSince(Words.micros(since)).build();
            case Evidence.ByMoment(var moment) ->
                wire.setMoment(Words.micros(moment)).build();
            case Evidence.ByAmount(var amount) -> wire.setAmount(amount).build();
            case Evidence.ByStation(var words) -> wire.setWords(words).build();
        };
    }

    static Evidence evidence(io.vigil.contract.v1.Evidence wire) {
        return switch (wire.getByCase()) {
            case READING -> new Evidence.ByReading(ReadingCodec.bare(wire.getReading()));
            case FORECAST -> forecast(wire.getForecast());
            case RATE -> rate(wire.getRate());
            case SILENCE_SINCE -> new Evidence.BySilence(Words.instant(wire.getSilenceSince()));
            case MOMENT -> new Evidence.ByMoment(Words.instant(wire.getMoment()));
            case AMOUNT -> new Evidence.ByAmount(wire.getAmount());
            case WORDS -> new Evidence.ByStation(wire.getWords());
            case BY_NOT_SET -> throw new BadRequest("An alarm does not say what it rests on.");
        };
    }

    private static Evidence forecast(Forecast wire) {
        Words.require(wire.getPercent() >= 0 && wire.getPercent() <= 100, "A forecast is likely by 0 to 100 percent.");
        return new Evidence.ByForecast(
                ReadingCodec.bare(wire.getNewest()),
                ReadingCodec.glucose(wire.getExpectedMgPerL()),
                wire.getPercent(),
                Duration.ofSeconds(Words.count(wire.getWithinSeconds(), "time that a forecast looks ahead")));
    }

    private static Evidence rate(Rate wire) {
        Words.require(Double.isFinite(wire.getMgPerDlPerMinute()), "A rate of glucose is no number.");
        return new Evidence.ByRate(ReadingCodec.bare(wire.getNewest()), new GlucoseRate(wire.getMgPerDlPerMinute()));
    }
}
