package io.vigil.app.patient.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where in time the chart stands, and what hands may do with it. */
class ChartWindowTest {

    private static final Instant NOW = Instant.parse("2022-05-16T02:07:12Z");

    @ParameterizedTest
    @EnumSource
    void a_chosen_span_shows_all_of_its_past_and_stays_chosen_as_time_goes_by(ChartSpan span) {
        var state = ChartState.live(span, NOW);

        assertThat(state.window().from()).isEqualTo(NOW.minus(span.past()));
        assertThat(state.isFollowing()).isTrue();
        assertThat(state.span()).contains(span);
        assertThat(state.at(NOW.plusSeconds(90)).span()).contains(span);
    }

    @ParameterizedTest
    @EnumSource
    void back_to_live_is_where_the_span_began(ChartSpan span) {
        var live = ChartState.live(span, NOW);

        var back = live.panned(Duration.ofDays(-5)).backToLive();

        assertThat(back).isEqualTo(live);
    }

    @Test
    void half_an_hour_of_forecast_has_its_room() {
        assertThat(ChartState.live(ChartSpan.HOURS_3, NOW).window().to()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(ChartState.live(ChartSpan.HOURS_24, NOW).window().to()).isEqualTo(NOW.plus(Duration.ofMinutes(72)));
    }

    @Test
    void follows_the_present_while_now_is_in_sight() {
        var state = ChartState.live(ChartSpan.HOURS_6, NOW);

        var later = state.at(NOW.plusSeconds(60));

        assertThat(later.window()).isEqualTo(state.window().shifted(Duration.ofSeconds(60)));
    }

    @Test
    void stays_where_it_was_panned_to_however_long_that_is() {
        var away = ChartState.live(ChartSpan.HOURS_6, NOW).panned(Duration.ofHours(-8));

        var later = away.at(NOW.plus(Duration.ofHours(3)));

        assertThat(away.isFollowing()).isFalse();
        assertThat(later.window()).isEqualTo(away.window());
        assertThat(later.isFollowing()).isFalse();
    }

    @Test
    void is_never_panned_into_the_future() {
        var live = ChartState.live(ChartSpan.HOURS_24, NOW);

        assertThat(live.panned(Duration.ofDays(3))).isEqualTo(live);
    }

    @Test
    void zooming_keeps_what_lies_under_the_pointer_under_it() {
        var away = ChartState.live(ChartSpan.DAYS_7, NOW).panned(Duration.ofDays(-20));
        var pivot = away.window().from().plus(Duration.ofDays(2));
        var before = new PlotArea(away.window(), 1000, 600).x(pivot);

        var closer = away.zoomed(0.5, pivot);

        assertThat(closer.window().length()).isEqualTo(away.window().length().dividedBy(2));
        assertThat(new PlotArea(closer.window(), 1000, 600).x(pivot)).isCloseTo(before, within(0.01));
        assertThat(closer.span()).isEqualTo(Optional.empty());
    }

    @Test
    void zooms_no_closer_than_half_an_hour_and_no_wider_than_a_year_and_a_bit() {
        var state = ChartState.live(ChartSpan.HOURS_3, NOW);

        for (var i = 0; i < 60; i++) {
            state = state.zoomed(0.8, NOW);
        }
        assertThat(state.window().length()).isEqualTo(ChartWindow.SHORTEST);

        for (var i = 0; i < 120; i++) {
            state = state.zoomed(1.25, NOW);
        }
        assertThat(state.window().length()).isEqualTo(ChartWindow.LONGEST);
        assertThat(state.window().to()).isAfter(NOW).isBefore(NOW.plus(Duration.ofDays(13)));
    }

    @Test
    void keys_zoom_about_now_while_it_is_in_sight_and_about_the_middle_else() {
        var live = ChartState.live(ChartSpan.HOURS_24, NOW);
        var away = live.panned(Duration.ofDays(-2));

        assertThat(live.keyboardPivot()).isEqualTo(NOW);
        assertThat(away.keyboardPivot())
                .isEqualTo(away.window().from().plus(away.window().length().dividedBy(2)));
    }
}
