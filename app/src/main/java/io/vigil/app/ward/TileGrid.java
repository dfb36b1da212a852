package io.vigil.app.ward;

import io.vigil.app.ui.Flash;
import io.vigil.app.ui.Palette;
import io.vigil.app.ward.WardLayout.Direction;
import io.vigil.app.ward.WardLayout.Slot;
import io.vigil.ward.PatientId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of the ward. Only those in sight exist as nodes, each patient keeps its own while it is in sight, and a node
 * is drawn anew only when what it shows has changed: 300 patients cost what a screenful costs.
 */
final class TileGrid extends Region {

    /** Room around the tiles for the rings of focus and alarm, inside what is clipped. */
    static final double BLEED = 8;

    private static final double SCROLL_BAR = 12;

    private final Consumer<PatientId> open;
    private final Flash flash;
    private final Pane pinned = new Pane();
    private final Pane content = new Pane();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Map<PatientId, PatientTile> live = new HashMap<>();
    private final Deque<PatientTile> spare = new ArrayDeque<>();

    private WardState state = WardState.NOTHING;
    private @Nullable Palette palette;
    private WardLayout layout = WardLayout.of(0, 0, 0, 0);
    private List<TileState> order = List.of();
    private @Nullable PatientId current;

    TileGrid(Flash flash, Consumer<PatientId> open) {
        this.flash = flash;
        this.open = open;
        getStyleClass().add("tile-grid");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        pinned.setPickOnBounds(false);
        scroll.getStyleClass().add("tiles");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.vvalueProperty().subscribe(_ -> fill());
        scroll.viewportBoundsProperty().subscribe(_ -> fill());
        flash.high().subscribe(_ -> flashAll());
        flash.medium().subscribe(_ -> flashAll());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren().addAll(scroll, pinned);
    }

    void show(WardState next, Palette inColours) {
        state = next;
        palette = inColours;
        arrange();
    }

    /** The place of the tile that has, or would get, the keyboard: Tab leads to one tile, arrows to the others. */
    private int currentIndex() {
        for (var i = 0; i < order.size(); i++) {
            if (order.get(i).patient().equals(current)) {
                return i;
            }
        }
        return 0;
    }

    @Override
    protected void layoutChildren() {
        arrange();
    }

    private void arrange() {
        var width = getWidth() - 2 * BLEED;
        var height = getHeight() - 2 * BLEED;
        if (width <= 0 || height <= 0) {
            return;
        }
        layout = WardLayout.of(state.tiles().size(), state.alarmed(), width, height);
        if (layout.pinnedHeight() + layout.height() > height) {
            layout = WardLayout.of(state.tiles().size(), state.alarmed(), width - SCROLL_BAR, height);
        }
        order = layout.isAlarmsFirst() ? state.alarmsFirst() : state.tiles();

        pinned.resizeRelocate(0, 0, getWidth(), layout.pinnedHeight() + BLEED);
        scroll.resizeRelocate(0, layout.pinnedHeight(), getWidth(), getHeight() - layout.pinnedHeight());
        content.setPrefHeight(layout.height() + 2 * BLEED);
        fill();
    }

    /** Gives every tile in sight a node, and takes the nodes of those out of sight. */
    private void fill() {
        var colours = palette;
        if (colours == null) {
            return;
        }
        var pins = layout.pinned().size();
        var inSight = new HashSet<PatientId>();
        for (var i = 0; i < order.size(); i++) {
            if (i < pins || isInSight(layout.scrolled().get(i - pins)) || hasKeyboard(order.get(i))) {
                inSight.add(order.get(i).patient());
            }
        }
        takeBack(inSight);
        var hasLongNumbers = state.hasLongNumbers();
        var reachable = currentIndex();
        for (var i = 0; i < order.size(); i++) {
            var shown = order.get(i);
            if (!inSight.contains(shown.patient())) {
                continue;
            }
            var isPinned = i < pins;
            var slot = isPinned ? layout.pinned().get(i) : layout.scrolled().get(i - pins);
            var tile = live.computeIfAbsent(shown.patient(), this::tileFor);
            var home = isPinned ? pinned : content;
            if (!home.equals(tile.getParent())) {
                moveTo(home, tile);
            }
            tile.show(shown, slot.density(), hasLongNumbers, colours);
            flash(tile, shown.tone());
            tile.setFocusTraversable(i == reachable);
            tile.resizeRelocate(slot.x() + BLEED, slot.y() + BLEED, slot.width(), slot.height());
        }
    }

    private boolean isInSight(Slot slot) {
        var top = scrolledBy() - BLEED;
        return slot.y() + slot.height() >= top && slot.y() <= top + scrollHeight() + 2 * BLEED;
    }

    private boolean hasKeyboard(TileState shown) {
        var tile = live.get(shown.patient());
        return tile != null && tile.isFocused();
    }

    private double scrollHeight() {
        return getHeight() - layout.pinnedHeight();
    }

    private double scrolledBy() {
        return scroll.getVvalue() * Math.max(0, content.getPrefHeight() - scrollHeight());
    }

    private void takeBack(Set<PatientId> inSight) {
        for (var patient : new ArrayList<>(live.keySet())) {
            var tile = live.get(patient);
            if (tile != null && !inSight.contains(patient)) {
                live.remove(patient);
                pinned.getChildren().remove(tile);
                content.getChildren().remove(tile);
                spare.add(tile);
            }
        }
    }

    private static void moveTo(Pane home, PatientTile tile) {
        // A node that changes its parent loses the keyboard; the person at it must not.
        var hadFocus = tile.isFocused();
        home.getChildren().add(tile);
        if (hadFocus) {
            tile.requestFocus();
        }
    }

    private PatientTile tileFor(PatientId patient) {
        var tile = spare.isEmpty() ? new PatientTile() : spare.pop();
        tile.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                current = patient;
                open.accept(patient);
            }
        });
        tile.setOnAccessibleFire(() -> open.accept(patient));
        tile.setOnFocus(() -> current = patient);
        return tile;
    }

    private void flashAll() {
        order.forEach(shown -> {
            var tile = live.get(shown.patient());
            if (tile != null) {
                flash(tile, shown.tone());
            }
        });
    }

    private void flash(PatientTile tile, Tone tone) {
        var isRest = switch (tone) {
            case HIGH -> !flash.high().get();
            case MEDIUM -> !flash.medium().get();
            case CALM, FALLING, SENSOR_ENDS, LOW, ANSWERED, ANSWERED_HIGH, UNKNOWN -> false;
        };
        tile.flash(isRest, flash.isSteady());
    }

    private void onKey(KeyEvent key) {
        switch (key.getCode()) {
            case LEFT -> go(key, layout.neighbour(currentIndex(), Direction.BEFORE));
            case RIGHT -> go(key, layout.neighbour(currentIndex(), Direction.AFTER));
            case UP -> go(key, layout.neighbour(currentIndex(), Direction.ABOVE));
            case DOWN -> go(key, layout.neighbour(currentIndex(), Direction.BELOW));
            case HOME -> go(key, 0);
            case END -> go(key, order.size() - 1);
            case ENTER, SPACE -> {
                if (!order.isEmpty()) {
                    key.consume();
                    open.accept(order.get(currentIndex()).patient());
                }
            }
            default -> {
                // Every other key belongs to the shell.
            }
        }
    }

    private void go(KeyEvent key, int index) {
        if (order.isEmpty()) {
            return;
        }
        key.consume();
        current = order.get(index).patient();
        bringIntoSight(index);
        fill();
        var tile = live.get(current);
        if (tile != null) {
            tile.requestFocus();
        }
    }

    private void bringIntoSight(int index) {
        var pins = layout.pinned().size();
        var beyond = content.getPrefHeight() - scrollHeight();
        if (index < pins || beyond <= 0) {
            return;
        }
        var slot = layout.scrolled().get(index - pins);
        var top = scrolledBy();
        if (slot.y() < top) {
            scroll.setVvalue(slot.y() / beyond);
        } else if (slot.y() + slot.height() + 2 * BLEED > top + scrollHeight()) {
            scroll.setVvalue((slot.y() + slot.height() + 2 * BLEED - scrollHeight()) / beyond);
        }
    }
}
