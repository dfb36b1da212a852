package io.vigil.app.alarms;

import static io.vigil.app.alarms.Parts.label;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Bed and name beside each other; the name gives way first. */
final class WhoCell extends HBox {

    private final Label bed = label("", "strong");
    private final Label name = label("");

    WhoCell() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        bed.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(bed, name);
    }

    void draw(Wording.Who who) {
        bed.setText(who.bed());
        name.setText(who.name());
    }
}
