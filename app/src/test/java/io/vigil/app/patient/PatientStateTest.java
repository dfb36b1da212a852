package io.vigil.app.patient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the page says of a patient, told by a station without a wire and read without a screen. */
class PatientStateTest {

    private static final Instant NOON = Instant.parse("2022-05-16T12:00:00Z");
    private static final PatientId SEVEN = new PatientId("p-07");
    private static final Wording ENGLISH =
            new Wording(Units.MG_PER_DL, new Times(ZoneId.of("UTC"), Locale.ENGLISH), PatientNames.FULL);

    private final InMemoryAgentLink link = InMemoryAgentLink.at(NOON)
            .admits(new Patient(SEVEN, "Bed 07", "Osei, Margaret", LocalDate.of(1958, 2, 3), "H-204 817", ""));

    @Test
    void the_header_tells_bed_and_name_and_only_what_is_known() {
        assertThat(state().title()).isEqualTo("Bed 07 · Osei, Margaret");
        assertThat(state().about()).isEqualTo("born 3 Feb 1958 · H-204 817");
    }

    @Test
    void initials_stand_for_the_name_where_others_may_look() {
        var discreet = new Wording(Units.MG_PER_DL, ENGLISH.times(), PatientNames.INITIALS);

        assertThat(state(discreet).title()).isEqualTo("Bed 07 · O. M.");
    }

    @Test
    void nobody_measured_yet_is_no_number() {
        assertThat(state().value()).isInstanceOf(ValueState.Missing.class);
        assertThat(state().ranges().columns()).allMatch(column -> column.bar().isEmpty());
    }

    @Test
    void a_fresh_value_stands_with_its_change_age_and_range() {
        reads(-15, 100).reads(SEVEN, measured(-10, 94));
        reads(-5, 88).reads(SEVEN, measured(0, 82));
        link.passes(Duration.ofMinutes(1));

        var value = (ValueState.Known) state().value();

        assertThat(value.number()).isEqualTo("82");
        assertThat(value.change()).isEqualTo("−6");
        assertThat(value.age()).isEqualTo("1 min");
        assertThat(value.word()).isEqualTo("In range");
        assertThat(value.arrow()).map(ValueState.Arrow::steps).contains(-1);
        assertThat(value.tone()).isEqualTo(ValueState.Tone.CALM);
    }

    @Test
    void after_ten_minutes_a_number_is_old_and_has_no_arrow() {
        reads(-10, 100).reads(SEVEN, measured(-5, 94), measured(0, 88));

        link.isNow(NOON.plusSeconds(600));
        assertThat(((ValueState.Known) state().value()).tone()).isEqualTo(ValueState.Tone.CALM);

        link.isNow(NOON.plusSeconds(601));
        var old = (ValueState.Known) state().value();
        assertThat(old.tone()).isEqualTo(ValueState.Tone.STALE);
        assertThat(old.word()).isEqualTo("old");
        assertThat(old.arrow()).isEmpty();
        assertThat(old.change()).isEmpty();
    }

    @Test
    void after_the_limit_of_silence_there_is_no_number() {
        reads(0, 88);

        link.isNow(NOON.plus(Duration.ofMinutes(20)));

        assertThat(state().value())
                .isEqualTo(new ValueState.Missing("No reading since 12:00", "Look at the sensor and its phone."));
    }

    @Test
    void silence_of_more_than_a_day_is_told_with_its_day() {
        reads(0, 88);

        link.isNow(NOON.plus(Duration.ofHours(26)));

        assertThat(state().value())
                .isEqualTo(new ValueState.Missing("No reading since Mon 12:00", "Look at the sensor and its phone."));
    }

    // [utest->req~screen.old-is-not-new~1]
    @Test
    void without_contact_there_is_no_number_at_once() {
        reads(0, 88);
        assertThat(state().value()).isInstanceOf(ValueState.Known.class);

        link.loses(3);

        assertThat(state().value())
                .isEqualTo(new ValueState.Missing("No reading since 12:00", "No contact with the agent."));
    }

    @Test
    void a_reading_from_the_future_is_not_the_newest() {
        reads(0, 88).reads(SEVEN, measured(30, 200));

        assertThat(((ValueState.Known) state().value()).number()).isEqualTo("88");
    }

    @Test
    void the_sensors_own_words_are_told_as_words() {
        link.reads(SEVEN, new Reading.BelowRange(NOON));

        var value = (ValueState.Known) state().value();

        assertThat(value.number()).isEqualTo("LO");
        assertThat(value.word()).isEqualTo("Very low");
        assertThat(value.change()).isEmpty();
    }

    @Test
    void an_open_alarm_gives_the_value_its_voice_until_its_condition_is_over() {
        reads(0, 53);
        var alarm = link.raises(SEVEN, AlarmKind.URGENT_LOW, measured(0, 53), 54);

        var sounding = (ValueState.Known) state().value();
        assertThat(sounding.word()).isEqualTo("Urgent low");
        assertThat(sounding.tone()).isEqualTo(ValueState.Tone.HIGH);

        link.passes(Duration.ofMinutes(5)).reads(SEVEN, measured(5, 66)).recovers(alarm);
        var over = (ValueState.Known) state().value();
        assertThat(over.word()).isEqualTo("Low");
        assertThat(over.tone()).isEqualTo(ValueState.Tone.CALM);
    }

    @Test
    void a_proof_chain_tells_each_step_and_who_took_it() {
        reads(0, 53);
        var alarm = link.raises(SEVEN, AlarmKind.URGENT_LOW, measured(0, 53), 54);
        var raised = state().alarms().getFirst();
        assertThat(raised.worst()).isEqualTo("53 ≤ 54");
        assertThat(raised.when()).isEqualTo("open, 0 min");
        assertThat(raised.proof()).extracting(AlarmEntry.Step::taken).containsExactly(true, false, false);

        link.passes(Duration.ofMinutes(2)).answers(alarm, "K. Brandt");
        link.passes(Duration.ofMinutes(20)).recovers(alarm);

        var told = state().alarms().getFirst();
        assertThat(told.when()).isEqualTo("today 12:00");
        assertThat(told.proof())
                .containsExactly(
                        new AlarmEntry.Step(true, "12:00:00", "raised"),
                        new AlarmEntry.Step(true, "12:02:00", "K. Brandt"),
                        new AlarmEntry.Step(true, "12:22:00", "recovered"));
    }

    @Test
    void initials_are_those_of_the_name() {
        assertThat(Initials.of("K. Brandt")).isEqualTo("KB");
        assertThat(Initials.of("Dr Mika Sato")).isEqualTo("MS");
        assertThat(Initials.of("Ward screen")).isEqualTo("WS");
        assertThat(Initials.of("")).isEmpty();
    }

    @Test
    void what_the_sensor_did_not_tell_is_not_shown() {
        assertThat(state().sensor().lines()).containsExactly("No sensor is worn.");

        link.starts(new SensorSession(
                SEVEN,
                "replay",
                "1",
                "",
                "left upper arm",
                NOON.minus(Duration.ofDays(6)),
                NOON.plus(Duration.ofHours(101)),
                Duration.ofMinutes(5)));

        assertThat(state().sensor().rows().getFirst()).isEqualTo(new FactRows.Row("Days left", "4.2"));
        assertThat(state().sensor().lines()).containsExactly("left upper arm");
    }

    @Test
    void a_patient_of_two_days_has_no_fortnight() {
        for (var minute = -2 * 24 * 60; minute <= 0; minute += 5) {
            link.reads(SEVEN, new KeptReading(measured(minute, minute % 100 == 0 ? 60 : 120), Origin.LIVE));
        }

        var columns = state().ranges().columns();

        assertThat(columns.getLast().head()).isEqualTo("since Sat 14 May");
        assertThat(columns.getFirst().percents()).containsExactly("0 %", "0 %", "95 %", "5 %", "0 %");
    }

    @Test
    void mmol_are_written_with_the_comma_of_the_language() {
        reads(0, 54);
        var german = new Wording(Units.MMOL_PER_L, new Times(ZoneId.of("UTC"), Locale.GERMANY), PatientNames.FULL);

        assertThat(((ValueState.Known) state(german).value()).number()).isEqualTo("3,0");
        assertThat(state(german).ranges().rows())
                .extracting(RangeState.Row::bounds)
                .containsExactly(">13,9", "10,1–13,9", "3,9–10,0", "3,0–3,8", "<3,0");
    }

    @Test
    void readings_that_could_not_be_had_are_said_to_be_missing_and_come_with_the_contact() {
        reads(-30, 100).reads(SEVEN, measured(-25, 101));
        link.loses(1);
        var model = new PatientModel(link, SEVEN, link.clock(), () -> {});
        model.start();
        assertThat(model.loading()).isInstanceOf(PatientModel.Loading.Failed.class);

        link.comesBack();

        assertThat(model.loading()).isEqualTo(new PatientModel.Loading.Done());
        assertThat(model.trace().size()).isEqualTo(2);
        model.close();
    }

    @Test
    void a_late_reading_is_remembered_as_late() {
        reads(-30, 100).reads(SEVEN, measured(-20, 101));
        var model = new PatientModel(link, SEVEN, link.clock(), () -> {});
        model.start();

        reads(-25, 99);

        assertThat(model.trace().kept(1).origin()).isEqualTo(Origin.BACKFILLED);
        model.close();
    }

    private InMemoryAgentLink reads(int minute, double mgPerDl) {
        return link.reads(SEVEN, measured(minute, mgPerDl));
    }

    private static Reading measured(int minute, double mgPerDl) {
        return new Reading.Measured(NOON.plus(Duration.ofMinutes(minute)), Glucose.mgPerDl(mgPerDl));
    }

    private PatientState state() {
        return state(ENGLISH);
    }

    private PatientState state(Wording wording) {
        var model = new PatientModel(link, SEVEN, link.clock(), () -> {});
        // Without contact there is nothing to load; the last view is what is known.
        model.start();
        var station = link.view();
        var patient = station.patients().getFirst();
        var now = link.clock().instant();
        var state = PatientState.of(patient, station, model.tales(), model.shares(), now, wording);
        model.close();
        return state;
    }
}
