package io.vigil.app.limits;

import io.vigil.policy.Guardrail;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Draws a value between its bounds: what is possible as a line, what is recommended as a band, where it stands as a knob. It
 * is only drawn: a knob that slipped under a finger would set a limit.
 */
final class RailView extends Region {

    private static final PseudoClass UNUSUAL = PseudoClass.getPseudoClass("unusual");
    private static final double LINE = 6;
    private static final double KNOB = 16;
    private static final double TICK = 12;
    private static final double TOP = 6;
    private static final double APART = 6;
    private static final double HEIGHT = 44;
    /** The first words to give way are those between. */
    private static final int[] IN_ORDER = {0, 3, 1, 2};

    private final Region possible = part("possible");
    private final Region recommended = part("recommended");
    private final Region before = part("before");
    private final Region night = part("night-knob");
    private final Region knob = part("knob");
    private final List<Label> words = new ArrayList<>();
    private LimitRail rail;

    RailView(LimitRail first) {
        rail = first;
        getStyleClass().add("limit-rail");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(96);
        getChildren().addAll(possible, recommended, before, night, knob);
        for (var _ : first.marks()) {
            var label = Parts.label("", "small", "muted");
            words.add(label);
            getChildren().add(label);
        }
        draw(first);
    }

    void draw(LimitRail next) {
        rail = next;
        for (var i = 0; i < words.size(); i++) {
            words.get(i).setText(rail.marks().get(i).words());
        }
        var unusual = rail.place() == Guardrail.Place.UNUSUAL;
        pseudoClassStateChanged(UNUSUAL, unusual);
        before.setVisible(rail.before().isPresent());
        night.setVisible(rail.night().isPresent());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth();
        var middle = TOP + KNOB / 2;
        place(possible, x(0) - LINE / 2, middle - LINE / 2, x(1) - x(0) + LINE, LINE);
        place(
                recommended,
                x(rail.recommendedFrom()) - LINE / 2,
                middle - LINE / 2,
                x(rail.recommendedTo()) - x(rail.recommendedFrom()) + LINE,
                LINE);
        rail.before().ifPresent(at -> place(before, x(at) - TICK / 2, middle - TICK / 2, TICK, TICK));
        rail.night().ifPresent(at -> place(night, x(at) - TICK / 2, middle - TICK / 2, TICK, TICK));
        place(knob, x(rail.day()) - KNOB / 2, middle - KNOB / 2, KNOB, KNOB);

        var taken = new ArrayList<double[]>();
        for (var i : IN_ORDER) {
            var label = words.get(i);
            var length = label.prefWidth(-1);
            var from = Math.clamp(x(rail.marks().get(i).at()) - length / 2, 0, Math.max(0, width - length));
            var free = taken.stream().allMatch(other -> from > other[1] + APART || from + length < other[0] - APART);
            label.setVisible(free);
            if (free) {
                taken.add(new double[] {from, from + length});
                place(label, from, middle + KNOB / 2 + 2, length, label.prefHeight(-1));
            }
        }
    }

    private double x(double at) {
        return snapPositionX(KNOB / 2 + at * (getWidth() - KNOB));
    }

    private static void place(Region part, double x, double y, double width, double height) {
        part.resizeRelocate(x, y, width, height);
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add(style);
        return part;
    }
}
