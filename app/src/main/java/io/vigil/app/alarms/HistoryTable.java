package io.vigil.app.alarms;

import static io.vigil.app.alarms.Parts.label;

import io.vigil.alarm.AlarmId;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** Draws the alarms of a span, the newest first, each with the four steps of its proof. */
final class HistoryTable extends TableView<HistoryRow> {

    private static final double ROW = 66;

    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();

    HistoryTable(Wording wording, Consumer<AlarmId> prove) {
        getStyleClass().addAll("alarm-table", "history-table");
        setId("alarm-history");
        setAccessibleText(wording.text("history.table"));
        setFixedCellSize(ROW);
        setItems(rows);
        setPlaceholder(label(wording.text("history.none"), "muted"));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var alarm = Columns.<HistoryRow, Chip>of(
                wording.text("column.alarm"),
                195,
                Chip::new,
                (chip, row) -> chip.draw(row.tale().id().kind(), row.name()));
        var patient = Columns.<HistoryRow, WhoCell>of(
                wording.text("column.patient"), 215, WhoCell::new, (cell, row) -> cell.draw(row.who()));
        var worst = Columns.<HistoryRow, Label>of(
                wording.text("column.worst"), 150, () -> label("", "strong"), (cell, row) -> cell.setText(row.worst()));
        var answer = Columns.<HistoryRow, Label>of(
                wording.text("column.answer"), 140, () -> label(""), (cell, row) -> cell.setText(row.answer()));
        var proof = Columns.<HistoryRow, ProofChain>of(
                wording.text("column.proof"), 480, ProofChain::new, (chain, row) -> chain.draw(row.proof()));
        alarm.setMinWidth(190);
        patient.setMinWidth(130);
        proof.setMinWidth(320);
        getColumns().setAll(List.of(alarm, patient, worst, answer, proof));
        widthProperty().subscribe(width -> {
            answer.setVisible(width.doubleValue() == 0 || width.doubleValue() > 1000);
            worst.setVisible(width.doubleValue() == 0 || width.doubleValue() > 820);
        });
        setRowFactory(_ -> {
            var row = new TableRow<HistoryRow>();
            row.itemProperty().subscribe(shown -> row.setAccessibleText(shown == null ? "" : spoken(shown)));
            row.setOnMouseClicked(_ -> {
                if (!row.isEmpty()) {
                    prove.accept(row.getItem().tale().id());
                }
            });
            return row;
        });
        setOnKeyPressed(key -> {
            var chosen = getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && chosen != null) {
                prove.accept(chosen.tale().id());
                key.consume();
            }
        });
    }

    void draw(List<HistoryRow> shown) {
        if (rows.equals(shown)) {
            return;
        }
        var chosen = getSelectionModel().getSelectedItem();
        rows.setAll(shown);
        if (chosen != null) {
            shown.stream()
                    .filter(row -> row.tale().id().equals(chosen.tale().id()))
                    .findFirst()
                    .ifPresent(getSelectionModel()::select);
        }
    }

    private static String spoken(HistoryRow row) {
        var steps = String.join(
                ", ",
                row.proof().stream().map(step -> step.at() + " " + step.words()).toList());
        return row.name() + ", " + row.worst() + ". " + row.who().inOneLine() + ". " + steps + ".";
    }
}
