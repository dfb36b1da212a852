package io.vigil.app.limits;

import static io.vigil.app.limits.Parts.label;
import static io.vigil.app.limits.Parts.sentence;
import static io.vigil.app.limits.Parts.show;

import io.vigil.app.limits.LimitRow.Cell;
import io.vigil.app.limits.LimitRow.Night;
import io.vigil.app.limits.LimitRow.Remark.Weight;
import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.Icon;
import io.vigil.policy.Hours;
import io.vigil.policy.Setting;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Draws one setting: its name and origin, its value, where that lies within its bounds, and what holds at night. */
final class LimitRowView extends VBox {

    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    /** What a person can do with a setting. */
    interface Acts {
        void typed(Setting setting, Hours hours, String words);

        void stepped(Setting setting, Hours hours, int steps);

        void turned(Setting setting, boolean on);

        void atNight(Setting setting);

        void reset(Setting setting, Hours hours);
    }

    private final Setting setting;
    private final Wording wording;
    private final Acts acts;
    private final Label origin = label("", "small", "muted", "origin");
    private final Label remark = sentence("", "remark");
    private final Button reset = new Button("", Icon.RESET.of(20));
    private final StackPane nightCell = new StackPane();
    private final Optional<Stepper> day;
    private final Optional<Switch> onOff;
    private final Optional<RailView> rail;
    private final String name;
    private final String sign;
    private Optional<Stepper> night = Optional.empty();

    /** Two words of which one is chosen. */
    private record Switch(HBox node, ToggleButton on, ToggleButton off) {}

    LimitRowView(LimitRow first, Wording wording, Acts acts) {
        this.setting = first.setting();
        this.wording = wording;
        this.acts = acts;
        name = first.name();
        sign = first.sign();
        getStyleClass().add("limit-row");
        setId("row-" + setting.key().replace('.', '-'));

        var called = label(name, first.kind().isPresent() ? "lead-strong" : "strong");
        called.setMinWidth(USE_PREF_SIZE);
        origin.setMinWidth(0);
        var words = new VBox(2, called, origin);
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("name-column");
        var named = new HBox(12);
        named.setAlignment(Pos.CENTER_LEFT);
        first.kind().ifPresent(kind -> {
            var sign = new StackPane(AlarmWords.icon(kind).of(20));
            sign.getStyleClass().addAll("kind", AlarmWords.style(kind.priority()));
            named.getChildren().add(sign);
        });
        named.getChildren().add(words);
        named.getStyleClass().add("name-cell");

        onOff = SettingKind.isSwitch(setting) ? Optional.of(newSwitch()) : Optional.empty();
        day = onOff.isPresent() ? Optional.empty() : Optional.of(stepper(Hours.ALWAYS));
        rail = first.rail().map(RailView::new);

        reset.getStyleClass().add("bare");
        reset.setAccessibleText(wording.text("reset.of", name));
        reset.setTooltip(new Tooltip(wording.text("reset")));
        reset.setOnAction(_ -> acts.reset(setting, Hours.ALWAYS));
        var unit = label(sign, "small", "muted", "unit");
        var dayCell = new HBox(8, day.<Node>map(each -> each).orElseGet(() -> onOff.orElseThrow().node), unit);
        dayCell.setAlignment(Pos.CENTER_LEFT);
        dayCell.getStyleClass().add("day-cell");
        var railCell = new StackPane();
        rail.ifPresent(railCell.getChildren()::add);
        railCell.getStyleClass().add("rail-cell");
        HBox.setHgrow(railCell, Priority.ALWAYS);
        nightCell.getStyleClass().add("night-cell");
        nightCell.setAlignment(Pos.CENTER_LEFT);
        var resetCell = new StackPane(reset);
        resetCell.getStyleClass().add("reset-cell");

        var line = new HBox(named, dayCell, resetCell, railCell, nightCell);
        line.getStyleClass().add("limit-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, remark);
        draw(first);
    }

    void draw(LimitRow row) {
        origin.setText(row.origin());
        pseudoClassStateChanged(EDITED, row.isEdited());
        day.ifPresent(stepper -> stepper.draw(row.day(), row.isLocked()));
        onOff.ifPresent(each -> {
            each.on.setSelected(row.day().value().isOn());
            each.off.setSelected(!row.day().value().isOn());
            each.node.setDisable(row.isLocked());
        });
        row.rail()
                .ifPresent(drawn -> rail.ifPresent(view -> {
                    view.draw(drawn);
                    view.setAccessibleText(wording.text(
                            "rail.of",
                            name,
                            drawn.marks().get(1).words(),
                            drawn.marks().get(2).words(),
                            drawn.marks().get(0).words(),
                            drawn.marks().get(3).words()));
                }));
        reset.setVisible(row.day().mayBeReset());
        row.night().ifPresent(each -> drawNight(each, row.isLocked()));
        remark.setText(row.remark().words());
        remark.setGraphic(row.remark().weight() == Weight.NONE ? null : Icon.MEDIUM.of(16));
        pseudoClassStateChanged(REFUSED, row.remark().weight() == Weight.REFUSED);
        show(remark, row.remark().weight() != Weight.NONE);
    }

    /** The field of the value by day. */
    Optional<Stepper> day() {
        return day;
    }

    private void drawNight(Night drawn, boolean locked) {
        switch (drawn) {
            case Night.AsByDay(var words) -> plainNight(words, locked);
            case Night.OfWard(var words) -> plainNight(words, locked);
            case Night.Own(var cell) -> ownNight(cell, locked);
        }
    }

    private void plainNight(String words, boolean locked) {
        night = Optional.empty();
        var add = new Button(words, Icon.NIGHT.of(16));
        add.getStyleClass().addAll("bare", "add-night");
        add.setAccessibleText(words + ". " + wording.text("night.add.of", name));
        add.setTooltip(new Tooltip(wording.text("night.add")));
        add.setOnAction(_ -> {
            acts.atNight(setting);
            night.ifPresent(stepper -> stepper.field().requestFocus());
        });
        add.setDisable(locked || SettingKind.isSwitch(setting));
        nightCell.getChildren().setAll(add);
    }

    private void ownNight(Cell cell, boolean locked) {
        if (night.isEmpty()) {
            var stepper = stepper(Hours.AT_NIGHT);
            night = Optional.of(stepper);
            var away = new Button("", Icon.CLOSE.of(16));
            away.getStyleClass().add("bare");
            away.setAccessibleText(wording.text("reset.of", wording.text("at-night", name)));
            away.setTooltip(new Tooltip(wording.text("as-by-day")));
            away.setOnAction(_ -> acts.reset(setting, Hours.AT_NIGHT));
            var pair = new HBox(stepper, away);
            pair.setAlignment(Pos.CENTER_LEFT);
            nightCell.getChildren().setAll(pair);
        }
        night.ifPresent(stepper -> stepper.draw(cell, locked));
    }

    private Stepper stepper(Hours hours) {
        return new Stepper(
                wording.name(setting, hours),
                sign,
                wording,
                words -> acts.typed(setting, hours, words),
                steps -> acts.stepped(setting, hours, steps));
    }

    private Switch newSwitch() {
        var group = new ToggleGroup();
        var on = toggle(group, "switch.on", true);
        var off = toggle(group, "switch.off", false);
        var node = new HBox(on, off);
        node.getStyleClass().add("segmented");
        on.getStyleClass().add("first");
        off.getStyleClass().add("last");
        return new Switch(node, on, off);
    }

    private ToggleButton toggle(ToggleGroup group, String key, boolean turns) {
        var toggle = new ToggleButton(wording.text(key));
        toggle.setToggleGroup(group);
        toggle.setAccessibleText(name + ": " + wording.text(key));
        // A chosen one stays chosen when it is pressed again.
        toggle.setOnAction(_ -> {
            toggle.setSelected(true);
            acts.turned(setting, turns);
        });
        return toggle;
    }
}
