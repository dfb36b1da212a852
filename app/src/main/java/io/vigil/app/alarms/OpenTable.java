package io.vigil.app.alarms;

import static io.vigil.app.alarms.Parts.label;
import static io.vigil.app.alarms.Parts.show;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.AlarmSignal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Draws the open alarms, the worst first, each with its two answers: acknowledge, or put aside. */
final class OpenTable extends TableView<OpenRow> {

    static final double ROW = 60;

    /** So many stay in sight in the smallest window, if so many are open. */
    private static final int LEAST_ROWS = 3;

    private static final double HEAD = 34;
    private static final double AROUND = 6;
    private static final PseudoClass HIGH = PseudoClass.getPseudoClass("high");

    /** What a person can do with a row. */
    interface Answers {
        void acknowledge(AlarmId alarm);

        void shelve(AlarmId alarm);

        void takeOff(AlarmId alarm);

        void prove(AlarmId alarm);
    }

    private final ObservableList<OpenRow> rows = FXCollections.observableArrayList();
    private final Set<Row> drawn = new HashSet<>();

    OpenTable(Wording wording, Answers answers) {
        getStyleClass().addAll("alarm-table", "open-table");
        setId("open-alarms");
        setAccessibleText(wording.text("open.table"));
        setFixedCellSize(ROW);
        setItems(rows);
        setPlaceholder(label(wording.text("open.none.explained"), "muted"));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var alarm = Columns.<OpenRow, Chip>of(
                wording.text("column.alarm"),
                195,
                Chip::new,
                (chip, row) -> chip.draw(row.id().kind(), row.signal(), row.name()));
        var patient = Columns.<OpenRow, WhoCell>of(
                wording.text("column.patient"), 215, WhoCell::new, (cell, row) -> cell.draw(row.who()));
        var worst =
                Columns.<OpenRow, Label>of(wording.text("column.worst"), 205, () -> label("", "worst"), (cell, row) -> {
                    cell.setText(row.worst().text());
                    var isNumber = row.worst() instanceof io.vigil.app.ui.AlarmWords.Worst.Compared;
                    cell.getStyleClass().setAll("label", isNumber ? "worst" : "worst-said");
                });
        var raised = Columns.<OpenRow, Label>of(
                wording.text("column.raised"), 95, () -> label(""), (cell, row) -> cell.setText(row.raised()));
        var openFor = Columns.<OpenRow, Label>of(
                wording.text("column.open-for"), 105, () -> label(""), (cell, row) -> cell.setText(row.openFor()));
        var told = Columns.<OpenRow, Label>of(
                wording.text("column.told"), 250, () -> label(""), (cell, row) -> cell.setText(row.told()));
        var act = Columns.<OpenRow, Buttons>of(
                "", 240, () -> new Buttons(wording, answers), (buttons, row) -> buttons.draw(row));
        act.setMinWidth(232);
        openFor.setMinWidth(100);
        alarm.setMinWidth(190);
        patient.setMinWidth(130);
        worst.setMinWidth(140);
        getColumns().setAll(List.of(alarm, patient, worst, raised, openFor, told, act));
        widthProperty().subscribe(width -> {
            // In a narrow window what can be read in the proof gives way.
            raised.setVisible(width.doubleValue() == 0 || width.doubleValue() > 980);
            openFor.setVisible(width.doubleValue() == 0 || width.doubleValue() > 860);
            told.setVisible(width.doubleValue() == 0 || width.doubleValue() > 1120);
        });
        setRowFactory(_ -> new Row(answers::prove));
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                chosen(answers::prove);
                key.consume();
            }
        });
        heightOf(0);
    }

    void draw(List<OpenRow> shown) {
        if (rows.equals(shown)) {
            return;
        }
        var chosen = getSelectionModel().getSelectedItem();
        rows.setAll(shown);
        heightOf(shown.size());
        if (chosen != null) {
            shown.stream()
                    .filter(row -> row.id().equals(chosen.id()))
                    .findFirst()
                    .ifPresent(getSelectionModel()::select);
        }
    }

    /** The alarms whose rows can be seen now, at least in part. */
    Set<AlarmId> visible() {
        var seen = new HashSet<AlarmId>();
        var bottom = getHeight();
        for (var row : drawn) {
            var top = sceneToLocal(row.localToScene(0, 0)).getY();
            var isSeen = row.getScene() != null && row.isVisible() && top + ROW / 2 > HEAD && top + ROW / 2 < bottom;
            if (isSeen && !row.isEmpty() && row.getItem() != null) {
                seen.add(row.getItem().id());
            }
        }
        return seen;
    }

    private void heightOf(int count) {
        var height = HEAD + ROW * Math.max(1, count) + AROUND;
        setPrefHeight(height);
        setMaxHeight(height);
        setMinHeight(HEAD + ROW * Math.clamp(count, 1, LEAST_ROWS) + AROUND);
    }

    private void chosen(Consumer<AlarmId> act) {
        var row = getSelectionModel().getSelectedItem();
        if (row != null) {
            act.accept(row.id());
        }
    }

    private final class Row extends TableRow<OpenRow> {

        private Row(Consumer<AlarmId> prove) {
            drawn.add(this);
            setOnMouseClicked(_ -> {
                if (!isEmpty()) {
                    prove.accept(getItem().id());
                }
            });
        }

        @Override
        protected void updateItem(OpenRow row, boolean empty) {
            super.updateItem(row, empty);
            var isShown = !empty && row != null;
            pseudoClassStateChanged(
                    HIGH,
                    isShown
                            && row.id().kind().priority() == AlarmPriority.HIGH
                            && row.signal() != AlarmSignal.ANSWERED);
            setAccessibleText(isShown ? row.spoken() : "");
        }
    }

    private static final class Buttons extends HBox {

        private final Button acknowledge = new Button();
        private final Button shelve = new Button();
        private final Wording wording;
        private final Answers answers;

        private Buttons(Wording wording, Answers answers) {
            super(8);
            this.wording = wording;
            this.answers = answers;
            setAlignment(Pos.CENTER_RIGHT);
            acknowledge.setText(wording.text("do.acknowledge"));
            shelve.setText(wording.text("do.shelve"));
            for (var button : new Button[] {acknowledge, shelve}) {
                button.setMinWidth(Region.USE_PREF_SIZE);
            }
            getChildren().addAll(acknowledge, shelve);
        }

        private void draw(OpenRow row) {
            var waits = row.signal() == AlarmSignal.SOUNDING || row.signal() == AlarmSignal.PAUSED;
            var isShelved = row.signal() == AlarmSignal.SHELVED;
            show(acknowledge, waits);
            show(shelve, row.mayBeShelved() || isShelved);
            shelve.setText(wording.text(isShelved ? "do.take-off" : "do.shelve"));
            acknowledge.getStyleClass().remove("primary");
            if (row.id().kind().priority() == AlarmPriority.HIGH) {
                acknowledge.getStyleClass().add("primary");
            }
            acknowledge.setAccessibleText(
                    wording.text("banner.acknowledge.for", row.name(), row.who().inOneLine()));
            shelve.setAccessibleText(wording.text(
                    isShelved ? "do.take-off.for" : "do.shelve.for",
                    row.name(),
                    row.who().inOneLine()));
            acknowledge.setOnAction(_ -> answers.acknowledge(row.id()));
            shelve.setOnAction(_ -> {
                if (isShelved) {
                    answers.takeOff(row.id());
                } else {
                    answers.shelve(row.id());
                }
            });
        }
    }
}
