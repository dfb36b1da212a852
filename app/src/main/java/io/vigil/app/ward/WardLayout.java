package io.vigil.app.ward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where each tile lies. The largest tiles that fit without scrolling are taken; when only the smallest would, tiles under
 * an alarm keep the least size that can be read in passing, in rows of their own above the others, and these stay in sight
 * while the rest is scrolled. Pure arithmetic.
 *
 * @param pinned the slots of the tiles that stay on top, in their order; empty where all tiles are equally large
 * @param pinnedHeight what the pinned rows take, the gap beneath them included
 * @param scrolled the slots of the others, measured from beneath the pinned rows
 * @param height of all scrolled rows
 */
record WardLayout(List<Slot> pinned, double pinnedHeight, List<Slot> scrolled, double height) {

    static final double GAP = 16;

    /** An alarm is never drawn smaller. */
    static final double LEAST_ALARM_HEIGHT = 144;

    /** A place for one tile. */
    record Slot(double x, double y, double width, double height, Density density) {

        double middle() {
            return x + width / 2;
        }

        private Slot lower(double by) {
            return new Slot(x, y + by, width, height, density);
        }
    }

    /**
     * @param tiles how many there are
     * @param alarmed how many of them are under an alarm; they come first
     */
    static WardLayout of(int tiles, int alarmed, double width, double height) {
        for (var density : Density.values()) {
            var columns = columns(density, width);
            var rows = rows(tiles, columns);
            var rowHeight = Math.min(density.height(), Math.floor((height + GAP) / Math.max(1, rows) - GAP));
            var least = alarmed > 0
                    ? Math.max(density.least().height(), LEAST_ALARM_HEIGHT)
                    : density.least().height();
            if (density != Density.CROWD && rowHeight >= least) {
                return new WardLayout(List.of(), 0, slots(tiles, columns, width, rowHeight, density), height);
            }
        }
        return crowd(tiles, alarmed, width, height);
    }

    private static WardLayout crowd(int tiles, int alarmed, double width, double height) {
        var pinned = slots(alarmed, columns(Density.DESK, width), width, LEAST_ALARM_HEIGHT, Density.DESK);
        var pinnedHeight = bottom(pinned) + (pinned.isEmpty() ? 0 : GAP);
        var calm = slots(tiles - alarmed, columns(Density.CROWD, width), width, Density.CROWD.height(), Density.CROWD);
        if (pinnedHeight <= height * 0.65) {
            return new WardLayout(pinned, pinnedHeight, calm, bottom(calm));
        }
        // So many alarms that pinning them would leave no window for the rest: one list, alarms first.
        var all = new ArrayList<>(pinned);
        calm.forEach(slot ->
                all.add(new Slot(slot.x(), slot.y() + pinnedHeight, slot.width(), slot.height(), slot.density())));
        return new WardLayout(List.of(), 0, List.copyOf(all), bottom(all));
    }

    /** Every slot in the order of the tiles, measured from the top of the pinned rows while nothing is scrolled. */
    List<Slot> all() {
        var all = new ArrayList<>(pinned);
        scrolled.forEach(slot -> all.add(slot.lower(pinnedHeight)));
        return List.copyOf(all);
    }

    /** Whether tiles under an alarm must come first, because others are smaller. */
    boolean isAlarmsFirst() {
        return scrolled.stream().anyMatch(slot -> slot.density() == Density.CROWD);
    }

    /** The tile to which an arrow key leads; the same one at the edge. */
    int neighbour(int from, Direction direction) {
        var slots = all();
        return switch (direction) {
            case BEFORE -> Math.max(0, from - 1);
            case AFTER -> Math.min(slots.size() - 1, from + 1);
            case ABOVE, BELOW -> {
                var here = slots.get(from);
                yield IntStream.range(0, slots.size())
                        .filter(i -> direction == Direction.ABOVE
                                ? slots.get(i).y() < here.y()
                                : slots.get(i).y() > here.y())
                        .boxed()
                        .min(Comparator.comparingDouble(
                                        (Integer i) -> Math.abs(slots.get(i).y() - here.y()))
                                .thenComparingDouble(i -> Math.abs(slots.get(i).middle() - here.middle())))
                        .orElse(from);
            }
        };
    }

    /** Where an arrow key points. */
    enum Direction {
        BEFORE,
        AFTER,
        ABOVE,
        BELOW
    }

    /** As many as the table has; on a wider window, as many more as keep a tile's usual width. */
    private static int columns(Density density, double width) {
        var fitting = (int) ((width + GAP) / (density.least().width() + GAP));
        var usual = (1784 + GAP) / density.columns() - GAP;
        var wide = (int) ((width + GAP + 1) / (usual + GAP));
        return Math.max(1, Math.min(fitting, Math.max(density.columns(), wide)));
    }

    private static int rows(int tiles, int columns) {
        return (tiles + columns - 1) / columns;
    }

    private static List<Slot> slots(int tiles, int columns, double width, double rowHeight, Density density) {
        var slots = new ArrayList<Slot>(tiles);
        var step = (width + GAP) / columns;
        for (var i = 0; i < tiles; i++) {
            var row = i / columns;
            var column = i % columns;
            var left = Math.round(column * step);
            var right = Math.round((column + 1) * step - GAP);
            slots.add(new Slot(left, row * (rowHeight + GAP), right - left, rowHeight, density));
        }
        return List.copyOf(slots);
    }

    private static double bottom(List<Slot> slots) {
        return slots.isEmpty() ? 0 : slots.getLast().y() + slots.getLast().height();
    }
}
