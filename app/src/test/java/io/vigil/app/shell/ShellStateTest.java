package io.vigil.app.shell;

import static io.vigil.app.shell.NightOnTheWard.KATRIN;
import static io.vigil.app.shell.NightOnTheWard.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmPriority;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.agentlink.StationView.AgentHealth;
import io.vigil.app.alarms.BannerState.Calm;
import io.vigil.app.alarms.Call;
import io.vigil.app.shell.ShellState.Here;
import io.vigil.app.shell.ShellState.Pause;
import io.vigil.app.shell.ShellState.Reach.Gone;
import io.vigil.app.shell.ShellState.Reach.NotYet;
import io.vigil.app.shell.ShellState.SignedIn;
import io.vigil.app.shell.StatusBarState.Sign;
import io.vigil.app.shell.StatusBarState.Tone;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Units;
import io.vigil.ward.Person;
import io.vigil.ward.Role;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShellStateTest {

    private final Duration heardAgo = Duration.ofMillis(430);
    private Duration waited = Duration.ZERO;
    private Duration ownPause = Duration.ZERO;
    private boolean hasSound = true;
    private Locale locale = Locale.ENGLISH;

    @Test
    void the_clock_is_the_stations() {
        var state = state(NightOnTheWard.calm(Runnable::run));

        assertThat(state.clock()).isEqualTo("04:07:12");
        assertThat(state.day()).isEqualTo("Mon 16 May · Night shift to 06:30");
        assertThat(state.status().zone()).isEqualTo("Station times are local (UTC−5)");
    }

    @Test
    void who_is_signed_in_stands_with_role_and_initials() {
        var link = NightOnTheWard.calm(Runnable::run).isSignedIn(KATRIN);
        assertThat(state(link).signedIn()).contains(new SignedIn("KB", "Katrin Brandt", "Nurse"));

        link.isSignedIn(new Person("msato", "Dr Mika Sato", Role.DOCTOR));
        assertThat(state(link).signedIn()).contains(new SignedIn("MS", "Dr Mika Sato", "Doctor"));
    }

    @Test
    void the_status_bar_tells_of_agent_store_cloud_and_sensors() {
        assertThat(state(NightOnTheWard.alarmed(Runnable::run)).status().signs())
                .extracting(Sign::words)
                .containsExactly(
                        "Agent answers, 0.4 s ago",
                        "Store sound, 61 % free",
                        "Cloud confirmed 04:06",
                        "11 of 12 sensors reporting");
    }

    @Test
    void a_failing_store_and_a_missing_device_are_not_calm() {
        hasSound = false;
        var link = NightOnTheWard.calm(Runnable::run)
                .isHealthy(new AgentHealth(NOW, false, "The store refuses to write", 0, 12, 12, ""));

        var signs = state(link).status().signs();
        assertThat(signs.get(1).words()).isEqualTo("The store refuses to write");
        assertThat(signs.get(1).tone()).isEqualTo(Tone.WRONG);
        assertThat(signs.get(2).words()).isEqualTo("No cloud set up");
        assertThat(signs.getLast().words()).isEqualTo("No sound device");
        assertThat(signs.getLast().tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void a_lost_agent_is_told_with_its_time_and_sounds_high() {
        var link = NightOnTheWard.alarmed(Runnable::run).loses(3).passes(Duration.ofMinutes(57));

        var state = state(link);
        assertThat(state.reach())
                .isEqualTo(
                        new Gone(
                                "No contact with the agent since 04:07:12: alarms may not reach this screen",
                                "Values below are 57 min old and hidden. Go to the beds and measure. Then see whether the agent runs and has power."));
        assertThat(state.sound()).contains(Call.atTheBedside(AlarmPriority.HIGH));
        assertThat(state.flashes()).isTrue();
    }

    @Test
    void what_was_known_before_the_agent_was_lost_is_not_shown_as_known() {
        var state = state(NightOnTheWard.alarmed(Runnable::run).loses(3));

        assertThat(state.banner()).isEqualTo(new Calm());
        assertThat(state.status().signs())
                .extracting(Sign::words)
                .containsExactly(
                        "No contact since 04:07:12", "Store: not known", "Cloud: not known", "Sensors: not known");
    }

    @Test
    void an_own_pause_quiets_a_lost_agent_for_its_time_alone() {
        var link = NightOnTheWard.alarmed(Runnable::run).loses(3);

        ownPause = Duration.ofSeconds(102);
        assertThat(state(link).sound()).isEmpty();
        assertThat(state(link).pause()).isEqualTo(new Pause(true, "Sound paused", "1:42"));

        ownPause = Duration.ZERO;
        assertThat(state(link).sound()).contains(Call.atTheBedside(AlarmPriority.HIGH));
    }

    @Test
    void a_station_that_never_answered_may_be_looked_for_in_silence_for_half_a_minute() {
        var link = new InMemoryAgentLink(NOW, Runnable::run).hasNotBeenReached();

        assertThat(state(link).reach()).isInstanceOf(NotYet.class);
        assertThat(state(link).sound()).isEmpty();

        waited = Duration.ofSeconds(30);
        assertThat(state(link).sound()).contains(Call.atTheBedside(AlarmPriority.MEDIUM));
    }

    @Test
    void german_is_german() {
        locale = Locale.GERMANY;

        var state = state(NightOnTheWard.calm(Runnable::run));
        assertThat(state.day()).isEqualTo("Mo. 16. Mai · Nachtdienst bis 06:30");
        assertThat(state.status().signs().getFirst().words()).isEqualTo("Agent antwortet, vor 0,4 s");
    }

    private ShellState state(InMemoryAgentLink link) {
        return ShellState.of(
                link.view(),
                link.clock().instant(),
                new Here(heardAgo, waited, ownPause, hasSound, Units.MG_PER_DL, PatientNames.FULL, locale));
    }
}
