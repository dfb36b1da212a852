package io.vigil.app.patient;

import static io.vigil.app.patient.Cards.label;
import static io.vigil.app.patient.Cards.spring;

import io.vigil.app.ui.Palette;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws time in range as two consensus bars, each share beside its range. */
final class RangeCard extends VBox {

    private static final double ROW = 28;
    private static final double BAR = 40;
    private static final double NARROW_BAR = 28;

    RangeCard(ObservableValue<RangeState> state, Palette palette, Wording wording, ObservableBooleanValue narrow) {
        getStyleClass().addAll("patient-card", "range-card");
        state.subscribe(shown -> show(shown, palette, wording, narrow.get()));
        narrow.subscribe(() -> show(state.getValue(), palette, wording, narrow.get()));
    }

    private void show(RangeState shown, Palette palette, Wording wording, boolean isNarrow) {
        var names = new VBox(label("", "small", "range-head"));
        names.setMinWidth(Region.USE_PREF_SIZE);
        shown.rows().forEach(row -> names.getChildren().add(name(row)));
        var body = new HBox(names);
        body.getStyleClass().add("range-body");
        for (var column : shown.columns()) {
            body.getChildren().addAll(spring(), column(column, palette, wording, isNarrow));
        }
        getChildren().setAll(label(wording.text("in-range"), "card-head"), body);
    }

    private static Node name(RangeState.Row row) {
        var swatch = new Region();
        swatch.getStyleClass()
                .addAll(
                        "swatch",
                        "swatch-" + row.range().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var line = new HBox(swatch, label(row.name()), label(row.bounds(), "muted", "small"));
        line.getStyleClass().add("range-name");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(ROW);
        line.setMaxHeight(ROW);
        line.setMinWidth(Region.USE_PREF_SIZE);
        return line;
    }

    private static Node column(RangeState.Column column, Palette palette, Wording wording, boolean isNarrow) {
        var head = label(column.head(), "small", "muted", "strong", "range-head");
        if (column.bar().isEmpty()) {
            var none = label(wording.text("in-range.none"), "muted");
            none.setMinHeight(ROW);
            return new VBox(head, none);
        }
        var width = isNarrow ? NARROW_BAR : BAR;
        var height = ROW * column.percents().size();
        var bar = new Canvas(width, height);
        column.bar().get().draw(bar.getGraphicsContext2D(), 0, 0, width, height, palette);
        bar.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        bar.setAccessibleText(column.head() + ": " + String.join(", ", column.percents()));

        var percents = new VBox();
        column.percents().forEach(percent -> {
            var told = label(percent, "range-percent");
            told.setMinHeight(ROW);
            percents.getChildren().add(told);
        });
        var beside = new HBox(bar, percents);
        beside.getStyleClass().add("range-bar");
        return new VBox(head, beside);
    }
}
