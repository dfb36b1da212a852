package io.vigil.app.limits;

import static io.vigil.app.limits.LimitsOfSeven.KATRIN;
import static io.vigil.app.limits.LimitsOfSeven.MARGARET;
import static io.vigil.policy.Setting.HIGH_ABOVE;
import static io.vigil.policy.Setting.HIGH_RECOVERS_AT_OR_BELOW;
import static io.vigil.policy.Setting.LOW_BELOW;
import static io.vigil.policy.Setting.LOW_RECOVERS_AT;
import static io.vigil.policy.SettingValue.mgPerDl;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.stage.Pictures;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Language;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Theme;
import io.vigil.app.ui.ThemeChoice;
import io.vigil.app.ui.Units;
import io.vigil.policy.WhatIf;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of limits as people will see it, written to {@code target/pictures}: what the shell leaves of 1920×1080. */
class LimitsPicturesTest extends StageTest {

    private final Preferences preferences = Preferences.unkept();
    private final AtomicReference<Optional<LimitsRoom>> room = new AtomicReference<>(Optional.empty());

    @AfterEach
    void leave_the_room() {
        doOnScreen(() -> room.get().ifPresent(LimitsRoom::close));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void a_doctor_weighs_other_limits(Theme theme) {
        var scene = open(LimitsOfSeven.lived(new FxDoor()).wouldRing(other()), MARGARET, theme, 1832, 992);

        type(LOW_BELOW.key(), "60");
        type(HIGH_ABOVE.key(), "300");
        write("limits", theme, scene);
    }

    @Test
    void what_contradicts_itself_is_told_before_it_is_saved() {
        var scene = open(LimitsOfSeven.lived(new FxDoor()).wouldRing(same()), MARGARET, Theme.LIGHT, 1832, 992);

        type(HIGH_ABOVE.key(), "310");
        write("limits-contradicting", Theme.LIGHT, scene);
    }

    @Test
    void it_does_not_go_there_and_says_why() {
        var scene = open(LimitsOfSeven.lived(new FxDoor()).wouldRing(same()), MARGARET, Theme.LIGHT, 1832, 992);

        type("alarm.urgent-low.at-or-below", "40");
        write("limits-refused", Theme.LIGHT, scene);
    }

    @Test
    void a_nurse_of_whom_the_ward_asks_no_limits() {
        var link = LimitsOfSeven.lived(new FxDoor()).wouldRing(same()).isSignedIn(KATRIN);
        var scene = open(link, Station.THIS, Theme.DARK, 1832, 992);

        write("limits-ward-locked", Theme.DARK, scene);
    }

    @Test
    void all_settings() {
        var scene = open(LimitsOfSeven.lived(new FxDoor()).wouldRing(same()), Station.THIS, Theme.LIGHT, 1832, 992);

        doOnScreen(() -> lookup("#more").<ToggleButton>query().setSelected(true));
        doOnScreen(() -> lookup(".limits-page .scroll-pane").<ScrollPane>query().setVvalue(0.5));
        write("limits-all", Theme.LIGHT, scene);
    }

    @Test
    void in_a_small_window_in_german_and_mmol() {
        doOnScreen(() -> {
            preferences.language().set(Language.GERMAN);
            preferences.units().set(Units.MMOL_PER_L);
        });
        var scene = open(LimitsOfSeven.lived(new FxDoor()).wouldRing(other()), MARGARET, Theme.LIGHT, 1192, 632);

        type(LOW_BELOW.key(), "3,5");
        write("limits-1280-de", Theme.LIGHT, scene);
    }

    @Test
    void nobody_is_signed_in_and_there_are_no_readings() {
        var scene = open(LimitsOfSeven.fresh(new FxDoor()), MARGARET, Theme.DARK, 1192, 632);

        write("limits-1280-nobody", Theme.DARK, scene);
    }

    private static WhatIf other() {
        return LimitsOfSeven.told(
                Map.of(LOW_BELOW, mgPerDl(80), LOW_RECOVERS_AT, mgPerDl(85), HIGH_ABOVE, mgPerDl(270)),
                Map.of(
                        LOW_BELOW,
                        mgPerDl(60),
                        LOW_RECOVERS_AT,
                        mgPerDl(65),
                        HIGH_ABOVE,
                        mgPerDl(300),
                        HIGH_RECOVERS_AT_OR_BELOW,
                        mgPerDl(290)));
    }

    private static WhatIf same() {
        var inForce = Map.of(LOW_BELOW, mgPerDl(80), LOW_RECOVERS_AT, mgPerDl(85), HIGH_ABOVE, mgPerDl(270));
        return LimitsOfSeven.told(inForce, inForce);
    }

    private Scene open(InMemoryAgentLink link, Subject subject, Theme theme, double width, double height) {
        doOnScreen(() -> preferences.themeChoice().set(theme == Theme.DARK ? ThemeChoice.DARK : ThemeChoice.LIGHT));
        var scene = show(theme, width, height, () -> {
            var made = new LimitsRoom(link, preferences, link.clock(), new NoDesk());
            room.set(Optional.of(made));
            return (Parent) made.show(subject);
        });
        told();
        return scene;
    }

    private void type(String key, String words) {
        var field = lookup("#row-" + key.replace('.', '-') + " .day-cell .text-field")
                .<TextField>query();
        doOnScreen(() -> {
            field.requestFocus();
            field.setText(words);
        });
        push(KeyCode.ENTER);
        told();
    }

    private void told() {
        until(
                "it is told what would have rung",
                () -> lookup(".preview .small").<Label>queryAll().stream()
                        .anyMatch(label -> label.getText().contains("just now")
                                || label.getText().contains("eben")
                                || lookup(".preview-trouble").query().isVisible()));
    }

    private static void write(String name, Theme theme, Scene scene) {
        settle();
        assertThat(Pictures.write(name + "-" + theme.name().toLowerCase(Locale.ROOT), scene))
                .isNotEmptyFile();
    }

    private static final class NoDesk implements LimitsRoom.Desk {
        @Override
        public void askSignIn() {}

        @Override
        public void leave() {}
    }
}
