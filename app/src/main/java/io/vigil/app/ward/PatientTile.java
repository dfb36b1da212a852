package io.vigil.app.ward;

import io.vigil.app.ui.Colour;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Palette;
import io.vigil.app.ui.Sparkline;
import io.vigil.app.ui.Sparkline.Ground;
import io.vigil.app.ui.TrendArrow;
import io.vigil.glucose.Trend;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/** Draws a {@link TileState} at one {@link Density}. What is shown is decided there, how it looks in ward.css. */
final class PatientTile extends Region {

    private static final PseudoClass REST = PseudoClass.getPseudoClass("rest");
    private static final PseudoClass STEADY = PseudoClass.getPseudoClass("steady");
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    /** The name of each tone in style sheets, such as {@code answered-high}. */
    private static final Map<Tone, PseudoClass> TONES = Arrays.stream(Tone.values())
            .collect(Collectors.toMap(
                    tone -> tone,
                    tone -> PseudoClass.getPseudoClass(
                            tone.name().toLowerCase(Locale.ROOT).replace('_', '-'))));

    private static final double FOOT_HEIGHT = 24;
    private static final double BED_HEIGHT = 24;
    private static final double EDGE = 17;

    /** What the smallest tile has instead of a stripe: its shape, beside the arrow. */
    private static final double SMALL_SIGN = 24;

    /** Of a name that gets less, nothing could be read: the bed alone then says whose tile it is. */
    private static final double LEAST_NAME = 48;

    private final StripeBand stripe = new StripeBand();
    private final Label bed = label("bed");
    private final Label name = label("name");
    private final Label number = label("number");
    private final Label oldWord = label("old-word");
    private final Label silence = label("silence");
    private final Label advice = label("advice");
    private final Label change = label("strong");
    private final Label changeSpan = label("faint");
    private final Label age = label("strong");
    private final Label old = label("faint");
    private final Label remark = label("faint");
    private final Aside aside = new Aside();
    private final Label sensor = label("faint");
    private final Region focusRing = new Region();
    private final Canvas canvas = new Canvas();

    private @Nullable TileState state;
    private @Nullable Palette palette;
    private Density density = Density.WARD;
    private boolean hasLongNumbers;
    private boolean isDrawn;
    private Runnable onFire = () -> {};
    private Runnable onFocus = () -> {};

    PatientTile() {
        getStyleClass().addAll("patient-tile", density.style());
        setManaged(false); // its place is the grid's to give
        setAccessibleRole(AccessibleRole.BUTTON);
        silence.setWrapText(false);
        var sensorSign = Icon.SENSOR.of(16);
        sensor.setGraphic(sensorSign);
        sensor.setGraphicTextGap(6);
        focusRing.getStyleClass().add("focus-ring");
        focusRing.setMouseTransparent(true);
        focusRing.visibleProperty().bind(focusedProperty());
        focusedProperty().subscribe(focused -> {
            if (focused) {
                onFocus.run();
            }
        });
        canvas.setMouseTransparent(true);
        getChildren()
                .addAll(
                        stripe,
                        bed,
                        name,
                        number,
                        oldWord,
                        silence,
                        advice,
                        change,
                        changeSpan,
                        age,
                        old,
                        remark,
                        aside,
                        sensor,
                        canvas,
                        focusRing);
    }

    /**
     * Shows a patient; nothing is drawn anew that has not changed.
     *
     * @param withLongNumbers whether some number of the ward takes four places, so that all make room for it
     */
    void show(TileState next, Density atDensity, boolean withLongNumbers, Palette inColours) {
        if (next.equals(state)
                && atDensity == density
                && withLongNumbers == hasLongNumbers
                && inColours.equals(palette)) {
            return;
        }
        if (atDensity != density) {
            getStyleClass().setAll("patient-tile", atDensity.style());
        }
        density = atDensity;
        hasLongNumbers = withLongNumbers;
        palette = inColours;
        state = next;
        TONES.forEach((tone, pseudoClass) -> pseudoClassStateChanged(pseudoClass, tone == next.tone()));
        setAccessibleText(next.spoken());
        bed.setText(next.bed());
        name.setText(next.name());
        stripe.show(next.stripe(), density);
        aside.say(stripe.asideOutside());
        show(next.value());
        show(next.foot());
        isDrawn = false;
        requestLayout();
    }

    /** The state of the flash: in its rest half a striking tile looks quieter. */
    void flash(boolean rest, boolean steady) {
        pseudoClassStateChanged(REST, rest);
        pseudoClassStateChanged(STEADY, steady);
    }

    /** @param fired what happens when a screen reader presses the tile */
    void setOnAccessibleFire(Runnable fired) {
        onFire = fired;
    }

    void setOnFocus(Runnable focused) {
        onFocus = focused;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            onFire.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private void show(TileValue value) {
        switch (value) {
            case TileValue.Newest newest -> {
                number.setText(newest.number());
                oldWord.setText(newest.oldWord());
                silence.setText("");
                advice.setText("");
                pseudoClassStateChanged(OLD, newest.isOld());
            }
            case TileValue.Silence(var said, var since, var whatToDo) -> {
                number.setText("");
                oldWord.setText("");
                silence.setText(said + "\n" + since);
                advice.setText(whatToDo);
                pseudoClassStateChanged(OLD, false);
            }
        }
    }

    private void show(Foot foot) {
        change.setText(foot.change());
        changeSpan.setText(foot.changeSpan());
        age.setText(foot.age());
        old.setText(foot.old());
        remark.setText(foot.remark());
        sensor.setText(foot.sensor());
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth();
        var height = getHeight();
        focusRing.resizeRelocate(-4, -4, width + 8, height + 8);
        if (density == Density.CROWD) {
            layoutSmall(width, height);
        } else {
            layoutFull(width, height);
        }
        if (!isDrawn) {
            draw();
            isDrawn = true;
        }
    }

    private void layoutFull(double width, double height) {
        var isDesk = density == Density.DESK;
        var edge = isDesk ? 13 : EDGE;
        var stripeHeight = isDesk ? 32 : 36;
        stripe.setVisible(stripe.isSaid());
        stripe.resizeRelocate(0, 0, width, stripeHeight);

        var isTight = density == Density.FULL || isDesk;
        var bedTop = (stripe.isSaid() ? stripeHeight : isTight ? 4 : 0) + (isDesk ? 2 : isTight ? 6 : 12);
        place(bed, edge, bedTop, BED_HEIGHT);
        var nameLeft = edge + bed.getWidth() + 8;
        var asideWidth = isDesk ? Math.min(aside.prefWidth(-1), width - edge - nameLeft) : 0;
        aside.setVisible(asideWidth > 0);
        aside.resizeRelocate(width - edge - asideWidth, bedTop, asideWidth, BED_HEIGHT);
        var nameWidth = width - edge - asideWidth - 8 - nameLeft;
        name.setVisible(nameWidth >= LEAST_NAME);
        name.resizeRelocate(nameLeft, bedTop, Math.max(0, nameWidth), BED_HEIGHT);

        var footTop = height - FOOT_HEIGHT - (isDesk ? 4 : 12);
        layoutFoot(edge, width - edge, footTop);

        var row = density.row();
        var slack = Math.max(0, footTop - (stripeHeight + 12 + BED_HEIGHT) - row.height() - 40);
        var rowTop = footTop - row.height() - (isTight ? 0 : 1) - Math.floor(slack / 2);
        layoutRow(edge, width - edge, rowTop, row);
    }

    private void layoutRow(double left, double right, double top, Density.Row row) {
        var middle = top + row.height() / 2;
        // The first digit's ink, not its box, stands over the text below.
        var numberHeight = number.prefHeight(-1);
        place(number, left - row.height() * 0.045, Math.rint(middle - numberHeight * 0.515), numberHeight);
        var hasAdvice = !advice.getText().isEmpty() && row.sparkHeight() >= 104;
        advice.setVisible(hasAdvice);
        var silenceHeight = silence.prefHeight(-1);
        place(silence, left, middle - silenceHeight / 2 - (hasAdvice ? 11 : 0), silenceHeight);
        place(advice, left, silence.getLayoutY() + silenceHeight, 24);

        var arrowLeft = right - canvasWidth(row);
        canvas.setWidth(canvasWidth(row));
        canvas.setHeight(row.height());
        canvas.relocate(arrowLeft, top);
        var wordWidth = oldWord.prefWidth(-1);
        place(oldWord, arrowLeft + row.arrow() / 2 - wordWidth / 2, middle - 12, 24);
    }

    private double sparkWidth(Density.Row row) {
        return hasLongNumbers ? Math.floor(row.sparkWidth() * 0.9) : row.sparkWidth();
    }

    private double canvasWidth(Density.Row row) {
        return row.hasSpark() ? row.arrow() + 11 + sparkWidth(row) : row.arrow();
    }

    private void layoutFoot(double left, double right, double top) {
        var x = left;
        x = placeAfter(change, x, top, 4);
        x = placeAfter(changeSpan, x, top, 16);
        x = placeAfter(age, x, top, 4);
        placeAfter(old, x, top, 0);
        place(remark, left, top, FOOT_HEIGHT);
        sensor.setVisible(!sensor.getText().isEmpty() && density != Density.DESK);
        var sensorWidth = sensor.prefWidth(-1);
        sensor.resizeRelocate(right - sensorWidth, top, sensorWidth, FOOT_HEIGHT);
        advice.setMaxWidth(right - left);
    }

    /** Bed and age above, number and arrow below: all that 160×80 hold. */
    private void layoutSmall(double width, double height) {
        var edge = 11;
        stripe.setVisible(false);
        name.setVisible(false);
        aside.setVisible(false);
        advice.setVisible(false);
        sensor.setVisible(false);
        hide(change, changeSpan, remark);
        place(bed, edge, 6, 20);
        var oldWidth = number.getText().isEmpty() || oldWord.getText().isEmpty() ? 0 : old.prefWidth(-1) + 4;
        var ageWidth = age.prefWidth(-1);
        place(age, width - edge - oldWidth - ageWidth, 6, 20);
        old.resizeRelocate(width - edge - oldWidth + 4, 6, Math.max(0, oldWidth - 4), 20);
        hide(oldWord);

        var row = density.row();
        var middle = height - 8 - row.height() / 2;
        place(number, edge - 2, middle - number.prefHeight(-1) / 2, number.prefHeight(-1));
        var silenceHeight = silence.prefHeight(-1);
        place(silence, edge, middle - silenceHeight / 2, silenceHeight);
        canvas.setWidth(row.arrow() + SMALL_SIGN);
        canvas.setHeight(row.height());
        canvas.relocate(width - edge - canvas.getWidth(), middle - row.height() / 2);
    }

    private void draw() {
        var on = canvas.getGraphicsContext2D();
        on.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        var shown = state;
        var colours = palette;
        if (shown == null || colours == null) {
            return;
        }
        var row = density.row();
        if (shown.value() instanceof TileValue.Newest newest) {
            var centre = density == Density.CROWD ? canvas.getWidth() - row.arrow() / 2 : row.arrow() / 2;
            newest.trend().ifPresent(trend -> drawArrow(trend, row, centre, arrowColour(shown, newest, colours)));
        }
        if (density == Density.CROWD && shown.stripe() instanceof Stripe.Said said) {
            said.icon().draw(on, SMALL_SIGN / 2, row.height() / 2, 20, colours.of(Colour.ALARM_LOW_TEXT));
        }
        if (row.hasSpark()) {
            var width = sparkWidth(row);
            var top = (row.height() - row.sparkHeight()) / 2;
            spark(shown).draw(on, canvas.getWidth() - width, top, width, row.sparkHeight(), shown.ground(), colours);
        }
    }

    private Sparkline spark(TileState shown) {
        return density == Density.PAIR ? shown.longSpark() : shown.spark();
    }

    private void drawArrow(Trend trend, Density.Row row, double centre, Paint colour) {
        TrendArrow.draw(
                canvas.getGraphicsContext2D(),
                centre,
                row.height() / 2,
                row.arrow(),
                steps(trend),
                trend == Trend.RISING_VERY_FAST || trend == Trend.FALLING_VERY_FAST,
                colour);
    }

    private static int steps(Trend trend) {
        return switch (trend) {
            case RISING_VERY_FAST, RISING_FAST -> 2;
            case RISING -> 1;
            case STEADY -> 0;
            case FALLING -> -1;
            case FALLING_FAST, FALLING_VERY_FAST -> -2;
        };
    }

    private static Paint arrowColour(TileState shown, TileValue.Newest newest, Palette palette) {
        if (shown.ground() == Ground.HIGH_ALARM) {
            return palette.of(Colour.ON_ALARM_HIGH);
        }
        return palette.of(newest.isOld() ? Colour.STALE : Colour.TEXT);
    }

    private static double placeAfter(Label label, double x, double y, double gap) {
        place(label, x, y, FOOT_HEIGHT);
        return label.getText().isEmpty() ? x : x + label.getWidth() + gap;
    }

    private static void place(Label label, double x, double y, double height) {
        label.resizeRelocate(x, y, label.prefWidth(-1), height);
    }

    private static void hide(Label... labels) {
        for (var label : labels) {
            label.resizeRelocate(0, 0, 0, 0);
        }
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}
