package io.vigil.app.alarms;

import static io.vigil.app.alarms.Parts.label;
import static io.vigil.app.alarms.Parts.show;
import static io.vigil.app.alarms.Parts.spring;

import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.Shelf;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws what was put aside, until when and why, so that nobody forgets it; not there while nothing is. */
final class ShelfCard extends VBox {

    private final Wording wording;
    private final Consumer<Shelf> takeOff;
    private final Label title = label("", "lead-strong");
    private final VBox rows = new VBox(8);
    private List<ShelfRow> drawn = List.of();

    ShelfCard(Wording wording, Consumer<Shelf> takeOff) {
        this.wording = wording;
        this.takeOff = takeOff;
        getStyleClass().addAll("card", "shelf-card");
        getChildren().addAll(title, rows);
        setMinHeight(USE_PREF_SIZE);
        show(this, false);
    }

    void draw(List<ShelfRow> shown) {
        if (shown.equals(drawn)) {
            return;
        }
        drawn = shown;
        title.setText(wording.text("shelf", shown.size()));
        rows.getChildren().setAll(shown.stream().map(this::row).toList());
        show(this, !shown.isEmpty());
    }

    private Node row(ShelfRow row) {
        var chip = new Chip();
        chip.draw(row.shelf().kind(), AlarmSignal.SHELVED, row.name());
        var who = new WhoCell();
        who.draw(row.who());
        var take = new Button(wording.text("do.take-off"));
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setAccessibleText(
                wording.text("do.take-off.for", row.name(), row.who().inOneLine()));
        take.setOnAction(_ -> takeOff.accept(row.shelf()));
        var until = label(row.until(), "strong");
        until.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(16, chip, who, until, label(row.why(), "muted"), spring(), take);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
