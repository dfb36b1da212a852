package io.vigil.policy;

import static io.vigil.glucose.Glucose.mgPerDl;
import static io.vigil.policy.Hours.ALWAYS;
import static io.vigil.policy.Hours.AT_NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.alarm.AlarmKind;
import io.vigil.policy.PolicyWish.Choose;
import io.vigil.policy.PolicyWish.FollowWard;
import io.vigil.policy.PolicyWish.Put;
import io.vigil.policy.PolicyWish.Release;
import io.vigil.policy.SetBy.Layer;
import io.vigil.rule.PolicyRefused;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Role;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyBookTest {

    private static final PatientId OSEI = new PatientId("bed-07");
    private static final PatientId LIND = new PatientId("bed-08");
    private static final Station WARD = Station.THIS;
    private static final Person DOCTOR = new Person("ro", "R. Okafor", Role.DOCTOR);
    private static final Person NURSE = new Person("mk", "M. Keller", Role.NURSE);
    private static final Person TECHNICIAN = new Person("tl", "T. Lund", Role.TECHNICIAN);
    private static final Person ADMINISTRATOR = new Person("ad", "A. Dietz", Role.ADMINISTRATOR);
    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-01-10T11:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-01-10T23:00:00Z");
    private static final String WHY = "Unaware of her lows";

    private PolicyBook book = PolicyBook.begun(ZoneId.of("Europe/Berlin"), BEGUN, PolicyText.read(Map.of()));
    private long number = 100;

    // [utest->req~policy.in-force~1]
    @Test
    void begins_with_the_standard_which_nobody_set() {
        var inForce = book.inForce(OSEI, NOON);

        assertThat(inForce.policy()).isEqualTo(AlarmPolicy.standard());
        assertThat(inForce.limits().setBy()).isEqualTo("Ward preset");
        assertThat(inForce.limits().setAt()).isEqualTo(BEGUN);
    }

    // [utest->req~policy.in-force~1]
    @Test
    void lays_the_patients_night_over_the_patient_over_the_wards_night_over_the_ward_over_the_file() {
        book = PolicyBook.begun(
                ZoneId.of("Europe/Berlin"), BEGUN, PolicyText.read(Map.of("alarm.low.below", "71 mg/dL")));
        assertThat(low(OSEI, NOON)).isEqualTo(71);

        changes(WARD, ADMINISTRATOR, new Choose(Preset.INPATIENT));
        assertThat(low(OSEI, NOON)).isEqualTo(85);

        changes(WARD, DOCTOR, put(Setting.LOW_BELOW, ALWAYS, 75));
        assertThat(low(OSEI, NOON)).isEqualTo(75);

        changes(WARD, DOCTOR, put(Setting.LOW_BELOW, AT_NIGHT, 80));
        assertThat(low(OSEI, NOON)).isEqualTo(75);
        assertThat(low(OSEI, MIDNIGHT)).isEqualTo(80);

        changes(OSEI, NURSE, new Choose(Preset.PREGNANCY));
        assertThat(low(OSEI, MIDNIGHT)).isEqualTo(63);
        assertThat(low(LIND, MIDNIGHT)).isEqualTo(80);

        changes(OSEI, NURSE, put(Setting.LOW_BELOW, ALWAYS, 66));
        assertThat(low(OSEI, MIDNIGHT)).isEqualTo(66);

        changes(OSEI, NURSE, put(Setting.LOW_BELOW, AT_NIGHT, 68));
        assertThat(low(OSEI, MIDNIGHT)).isEqualTo(68);
        assertThat(low(OSEI, NOON)).isEqualTo(66);
    }

    @Test
    void tells_of_each_value_where_it_comes_from_and_who_set_it() {
        changes(WARD, ADMINISTRATOR, new Choose(Preset.INPATIENT));
        changes(OSEI, DOCTOR, put(Setting.HIGH_ABOVE, AT_NIGHT, 280));

        var night = book.sheet(OSEI, MIDNIGHT);
        var day = book.sheet(OSEI, NOON);

        assertThat(night.night()).isTrue();
        assertThat(night.preset()).isEmpty();
        assertThat(book.sheet(WARD, NOON).preset()).contains(Preset.INPATIENT);
        assertThat(night.lines()).hasSameSizeAs(Setting.values());
        assertThat(night.line(Setting.HIGH_ABOVE).value()).isEqualTo(SettingValue.mgPerDl(280));
        assertThat(night.line(Setting.HIGH_ABOVE).setBy())
                .isEqualTo(new SetBy(Layer.PATIENT_AT_NIGHT, "R. Okafor", NOON));
        assertThat(night.line(Setting.HIGH_ABOVE).always()).isEqualTo(SettingValue.mgPerDl(250));
        assertThat(night.line(Setting.HIGH_ABOVE).own()).isEmpty();
        assertThat(night.line(Setting.HIGH_ABOVE).atNight()).contains(SettingValue.mgPerDl(280));
        assertThat(day.line(Setting.HIGH_ABOVE).setBy()).isEqualTo(new SetBy(Layer.WARD_PRESET, "A. Dietz", NOON));
        assertThat(day.line(Setting.REMIND_AFTER).setBy()).isEqualTo(new SetBy(Layer.STANDARD, "Ward preset", BEGUN));
    }

    @Test
    void shows_beside_the_limits_who_set_the_one_that_is_nearest_the_patient() {
        changes(OSEI, DOCTOR, put(Setting.LOW_BELOW, ALWAYS, 80));
        changes(WARD, ADMINISTRATOR, new Choose(Preset.INPATIENT));

        assertThat(book.inForce(OSEI, NOON).limits())
                .isEqualTo(
                        new Limits(mgPerDl(54), mgPerDl(80), mgPerDl(250), Duration.ofMinutes(20), "R. Okafor", NOON));
        assertThat(book.inForce(LIND, NOON).limits().setBy()).isEqualTo("A. Dietz");
    }

    @Test
    void lets_the_ward_say_when_its_night_is() {
        changes(OSEI, NURSE, put(Setting.LOW_BELOW, AT_NIGHT, 80));
        assertThat(low(OSEI, Instant.parse("2026-01-10T20:30:00Z"))).isEqualTo(70);

        changes(WARD, ADMINISTRATOR, new Put(Setting.NIGHT_FROM, ALWAYS, SettingValue.of(LocalTime.of(21, 0))));

        assertThat(low(OSEI, Instant.parse("2026-01-10T20:30:00Z"))).isEqualTo(80);
    }

    // [utest->req~policy.changes-are-named~1]
    @Test
    void writes_down_who_changed_what_from_what_and_why() {
        var change = changes(OSEI, NURSE, put(Setting.LOW_BELOW, ALWAYS, 80)).change();

        assertThat(change.by()).isEqualTo(NURSE);
        assertThat(change.reason()).isEqualTo(WHY);
        assertThat(change.at()).isEqualTo(NOON);
        assertThat(change.edits())
                .contains(new PolicyEdit.OfValue(
                        Setting.LOW_BELOW, ALWAYS, Optional.empty(), Optional.of(SettingValue.mgPerDl(80))));
        assertThatThrownBy(() -> book.propose(OSEI, List.of(new Choose(Preset.ADULT)), NURSE, " ", NOON))
                .hasMessage("Say why the settings are changed: others will want to know.");
        assertThatThrownBy(() -> changes(OSEI, NURSE, put(Setting.LOW_BELOW, ALWAYS, 80)))
                .hasMessage("That is how it is set already.");
    }

    @Test
    void takes_along_where_an_alarm_is_over_when_its_limit_is_moved_alone() {
        changes(OSEI, NURSE, put(Setting.LOW_BELOW, ALWAYS, 85));
        assertThat(book.inForce(OSEI, NOON).policy().low().recoversAt()).isEqualTo(mgPerDl(90));

        changes(OSEI, NURSE, put(Setting.LOW_BELOW, ALWAYS, 80), put(Setting.LOW_RECOVERS_AT, ALWAYS, 82));
        assertThat(book.inForce(OSEI, NOON).policy().low().recoversAt()).isEqualTo(mgPerDl(82));
    }

    // [utest->req~policy.changes-are-reversible~1]
    @Test
    void takes_a_change_back_and_takes_that_back_again() {
        changes(OSEI, DOCTOR, put(Setting.LOW_BELOW, ALWAYS, 75));
        var done = changes(OSEI, DOCTOR, new Choose(Preset.INPATIENT), put(Setting.LOW_BELOW, ALWAYS, 80));

        var undone = keeps(book.undo(done, NURSE, "Meant for bed 08", NOON.plusSeconds(60)));
        assertThat(low(OSEI, NOON)).isEqualTo(75);
        assertThat(book.sheet(OSEI, NOON).preset()).isEmpty();
        assertThat(undone.change().undoes()).isEqualTo(done.number());

        keeps(book.undo(undone, DOCTOR, "It was right", NOON.plusSeconds(120)));
        assertThat(low(OSEI, NOON)).isEqualTo(80);
        assertThat(book.sheet(OSEI, NOON).preset()).contains(Preset.INPATIENT);
    }

    // [utest->req~policy.changes-are-reversible~1]
    @Test
    void does_not_take_back_what_was_changed_again_since() {
        var first = changes(OSEI, DOCTOR, put(Setting.LOW_BELOW, ALWAYS, 75));
        changes(OSEI, DOCTOR, put(Setting.LOW_BELOW, ALWAYS, 80));

        assertThatThrownBy(() -> book.undo(first, DOCTOR, WHY, NOON))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage(
                        "Change 101 cannot be undone: the same was changed again since. Undo the later change first.");
    }

    @Test
    void lets_a_value_go_so_that_the_ward_is_followed_again() {
        changes(OSEI, NURSE, new Choose(Preset.PREGNANCY), put(Setting.LOW_BELOW, ALWAYS, 80));
        changes(OSEI, NURSE, new Release(Setting.LOW_BELOW, ALWAYS), new Release(Setting.LOW_RECOVERS_AT, ALWAYS));
        assertThat(low(OSEI, NOON)).isEqualTo(63);

        changes(OSEI, NURSE, new FollowWard());
        assertThat(low(OSEI, NOON)).isEqualTo(70);
    }

    @Test
    void refuses_what_together_would_not_be_safe_for_whomever_and_at_whatever_hour() {
        changes(OSEI, DOCTOR, put(Setting.HIGH_ABOVE, AT_NIGHT, 300));

        assertThatThrownBy(() -> changes(WARD, DOCTOR, put(Setting.VERY_HIGH_ABOVE, ALWAYS, 280)))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage("For bed-07: The very high limit must not lie under the high limit, 300 mg/dL; it cannot be"
                        + " 280 mg/dL.");
        assertThatThrownBy(() -> changes(OSEI, DOCTOR, put(Setting.URGENT_LOW_AT_OR_BELOW, ALWAYS, 53)))
                .hasMessage("alarm.urgent-low.at-or-below cannot be 53 mg/dL: it lies between 54 mg/dL and 70 mg/dL.");
    }

    @Test
    void keeps_the_wards_ways_the_same_for_all() {
        var remind = new Put(Setting.REMIND_AFTER, ALWAYS, SettingValue.of(Duration.ofMinutes(3)));
        var remindAtNight = new Put(Setting.REMIND_AFTER, AT_NIGHT, SettingValue.of(Duration.ofMinutes(3)));

        assertThatThrownBy(() -> changes(OSEI, DOCTOR, remind))
                .hasMessage("alarm.remind-after is the same for all patients and at all hours: set it for the ward,"
                        + " always.");
        assertThatThrownBy(() -> changes(WARD, DOCTOR, remindAtNight)).isInstanceOf(PolicyRefused.class);
        changes(WARD, DOCTOR, remind);
        assertThat(book.inForce(OSEI, NOON).policy().manner(AlarmKind.LOW, true).remindAfter())
                .isEqualTo(Duration.ofMinutes(3));
    }

    // [utest->req~policy.who-may-change-what~1]
    @Test
    void lets_a_nurse_change_a_patient_within_what_is_recommended_and_a_doctor_beyond() {
        var unusual = put(Setting.HIGH_ABOVE, ALWAYS, 320);
        var high = put(Setting.VERY_HIGH_ABOVE, ALWAYS, 350);

        changes(OSEI, NURSE, put(Setting.HIGH_ABOVE, ALWAYS, 280));
        assertThatThrownBy(() -> changes(OSEI, NURSE, unusual, high))
                .hasMessage("320 mg/dL lies outside what is recommended for alarm.high.above, 160 mg/dL to 300 mg/dL: a"
                        + " doctor may set it.");
        assertThatThrownBy(() -> changes(WARD, NURSE, put(Setting.HIGH_ABOVE, ALWAYS, 280)))
                .hasMessage("Settings of glucose are not yours to change for the ward.");
        assertThatThrownBy(() -> changes(WARD, NURSE, new Choose(Preset.INPATIENT)))
                .isInstanceOf(PolicyRefused.class);
        changes(OSEI, DOCTOR, unusual, high);
    }

    // [utest->req~policy.who-may-change-what~1]
    @Test
    void keeps_technicians_from_glucose_and_administrators_from_patients() {
        var silence = new Put(Setting.SIGNAL_LOST_AFTER, ALWAYS, SettingValue.of(Duration.ofMinutes(30)));

        assertThatThrownBy(() -> changes(OSEI, TECHNICIAN, put(Setting.LOW_BELOW, ALWAYS, 80)))
                .hasMessage("Settings of glucose are not yours to change for a patient.");
        changes(OSEI, TECHNICIAN, silence);
        assertThatThrownBy(() -> changes(LIND, ADMINISTRATOR, silence))
                .hasMessage("Settings of sensors and signal are not yours to change for a patient.");
        changes(WARD, ADMINISTRATOR, silence);
    }

    // [utest->req~policy.what-if~1]
    @Test
    void imagines_what_would_hold_and_stays_as_it_is() {
        var imagined = book.imagined(OSEI, List.of(put(Setting.LOW_BELOW, ALWAYS, 60)), NOON);

        assertThat(imagined.inForce(OSEI, NOON).policy().low().below()).isEqualTo(mgPerDl(60));
        assertThat(low(OSEI, NOON)).isEqualTo(70);
        assertThatThrownBy(() -> book.imagined(OSEI, List.of(put(Setting.LOW_BELOW, ALWAYS, 50)), NOON))
                .isInstanceOf(PolicyRefused.class);
    }

    private int low(PatientId patient, Instant now) {
        return book.inForce(patient, now).policy().limit(AlarmKind.LOW);
    }

    private NumberedChange changes(Subject subject, Person by, PolicyWish... wishes) {
        return keeps(book.propose(subject, List.of(wishes), by, WHY, NOON));
    }

    private NumberedChange keeps(PolicyChange change) {
        book = book.with(change);
        number++;
        return new NumberedChange(number, change);
    }

    private static Put put(Setting setting, Hours hours, int mgPerDl) {
        return new Put(setting, hours, SettingValue.mgPerDl(mgPerDl));
    }
}
