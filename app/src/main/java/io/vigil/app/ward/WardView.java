package io.vigil.app.ward;

import io.vigil.app.ui.Flash;
import io.vigil.app.ui.Palette;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.RoomSheet;
import io.vigil.app.ui.Texts;
import io.vigil.ward.PatientId;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws a {@link WardState}: the strip of figures, and under it the tiles, or what is said in their place. */
final class WardView extends Region {

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    /** On a lower page strip and gaps give room to the tiles. */
    private static final double COMPACT_UNDER = 640;

    private final WardStrip strip;
    private final TileGrid grid;
    private final Label title = new Label();
    private final Label more = new Label();
    private final VBox notice = new VBox(title, more);

    WardView(Preferences preferences, Texts texts, Flash flash, Consumer<PatientId> open) {
        getStyleClass().add("ward");
        RoomSheet.wear(this, WardView.class, "ward.css");
        strip = new WardStrip(preferences, texts);
        grid = new TileGrid(flash, open);
        grid.setAccessibleText(texts.get("tiles"));
        title.getStyleClass().add("title");
        more.getStyleClass().add("more");
        notice.getStyleClass().add("ward-notice");
        notice.setAlignment(Pos.CENTER);
        getChildren().addAll(strip, grid, notice);
    }

    void show(WardState state, Palette palette) {
        strip.show(state);
        grid.show(state, palette);
        title.setText(state.notice().title());
        more.setText(state.notice().more());
        notice.setVisible(!state.notice().title().isEmpty());
        strip.setVisible(!notice.isVisible());
    }

    @Override
    protected void layoutChildren() {
        var isCompact = getHeight() < COMPACT_UNDER;
        pseudoClassStateChanged(COMPACT, isCompact);
        var gap = isCompact ? 12 : 16;
        var stripHeight = isCompact ? 56 : 72;
        var side = 24;
        strip.resizeRelocate(side, gap, getWidth() - 2 * side, stripHeight);
        var top = gap + stripHeight + gap;
        var bleed = TileGrid.BLEED;
        grid.resizeRelocate(
                side - bleed, top - bleed, getWidth() - 2 * (side - bleed), getHeight() - top - gap + 2 * bleed);
        notice.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
