package io.vigil.app;

import io.vigil.alarm.AlarmId;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.alarms.AlarmsRoom;
import io.vigil.app.alarms.Annex;
import io.vigil.app.limits.LimitsRoom;
import io.vigil.app.patient.PatientRoom;
import io.vigil.app.settings.SettingsRoom;
import io.vigil.app.shell.Navigation;
import io.vigil.app.shell.Room;
import io.vigil.app.shell.Shell;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Texts;
import io.vigil.app.ward.WardRoom;
import io.vigil.ward.PatientId;
import io.vigil.ward.Station;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The app, wired: the rooms, and the shell around them. To be made and closed on the screen's thread. */
public final class AppWindow implements AutoCloseable {

    private final Navigation navigation;
    private final Room ward;
    private final Room patient;
    private final WardRoom wardRoom;
    private final AlarmsRoom alarmsRoom;
    private final PatientRoom patientRoom;
    private final LimitsRoom wardLimits;
    private final LimitsRoom patientLimits;
    private final Shell shell;
    private final StackPane patientPlace = new StackPane();
    private Optional<PatientId> openedLimits = Optional.empty();

    /**
     * @param wall this machine's own clock; what is shown goes by the link's
     */
    public AppWindow(AgentLink link, Preferences preferences, Flash flash, InstantSource wall) {
        wardRoom = new WardRoom(link, preferences, flash, link.clock(), this::open);
        wardLimits = new LimitsRoom(link, preferences, link.clock(), new LimitsDesk());
        patientLimits = new LimitsRoom(link, preferences, link.clock(), new LimitsDesk());
        alarmsRoom = new AlarmsRoom(
                link,
                preferences,
                link.clock(),
                new Desk(),
                List.of(new Annex(locale -> texts(locale).get("limits"), () -> wardLimits.show(Station.THIS))));
        patientRoom = new PatientRoom(link, preferences, link.clock(), this::openLimits);
        ward = room(Icon.WARD, "ward", true, wardRoom::node);
        var alarms = new Room(
                Icon.ALARMS,
                locale -> texts(locale).get("alarms"),
                locale -> texts(locale).get("alarms.help"),
                alarmsRoom::visibleAlarms,
                alarmsRoom::node);
        patient = room(Icon.PATIENT, "patient", false, () -> patientPlace);
        var settings = room(Icon.SETTINGS, "settings", false, () -> new SettingsRoom(preferences).node());
        navigation = new Navigation(List.of(ward, alarms, settings));
        shell = new Shell(link, navigation, preferences, flash, wall);
    }

    public Shell shell() {
        return shell;
    }

    /** Goes to the ward. */
    public void openWard() {
        navigation.enter(ward);
    }

    /** Goes to a patient. */
    public void open(PatientId whom) {
        patientLimits.leave();
        patientPlace.getChildren().setAll(patientRoom.show(whom));
        navigation.open(patient, ward);
    }

    /** Goes to a patient's limits, in the place of the patient. */
    private void openLimits(PatientId whose) {
        openedLimits = Optional.of(whose);
        patientPlace.getChildren().setAll(patientLimits.show(whose));
    }

    @Override
    public void close() {
        wardLimits.close();
        patientLimits.close();
        shell.close();
        wardRoom.close();
        alarmsRoom.close();
        patientRoom.close();
    }

    /** What the alarms room asks of the window around it. */
    private final class Desk implements AlarmsRoom.Desk {

        @Override
        public void acknowledge(AlarmId alarm) {
            shell.acknowledge(alarm);
        }

        @Override
        public void askSignIn() {
            shell.askSignIn();
        }

        @Override
        public void tell(String trouble) {
            shell.tell(trouble);
        }
    }

    /** What the rooms of limits ask of the window around them. */
    private final class LimitsDesk implements LimitsRoom.Desk {

        @Override
        public void askSignIn() {
            shell.askSignIn();
        }

        @Override
        public void leave() {
            openedLimits.ifPresent(AppWindow.this::open);
        }
    }

    private static Room room(Icon icon, String key, boolean drawsEveryAlarm, Supplier<? extends Node> view) {
        return new Room(
                icon,
                locale -> texts(locale).get(key),
                locale -> texts(locale).get(key + ".help"),
                drawsEveryAlarm,
                view);
    }

    private static Texts texts(Locale locale) {
        return Texts.of(AppWindow.class, locale);
    }
}
