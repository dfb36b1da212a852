package io.vigil.app.patient.chart;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * The chart on its canvas, and what hands do with it: the wheel zooms about the pointer, a drag pans, a double click goes
 * back to now; arrows pan, + and - zoom, Home goes back, Ctrl with an arrow steps the crosshair from reading to reading.
 *
 * <p>Draws once a pulse at most, however often it is told. The crosshair lies on a canvas of its own, so that following the
 * pointer redraws nothing else.
 */
public final class GlucoseChart extends Region {

    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 0.1;

    private final Canvas ground = new Canvas();
    private final Canvas overlay = new Canvas();
    private final ReadOnlyObjectWrapper<ChartState> state;

    private ChartLook look;
    private ChartScene scene;
    private Optional<Crosshair> crosshair = Optional.empty();
    private double draggedFrom = Double.NaN;

    public GlucoseChart(ChartLook look, ChartScene scene, ChartState state) {
        this.look = look;
        this.scene = scene;
        this.state = new ReadOnlyObjectWrapper<>(this, "state", state);
        getStyleClass().add("glucose-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        overlay.setMouseTransparent(true);
        ground.setMouseTransparent(true);
        setPickOnBounds(true);
        getChildren().addAll(ground, overlay);
        setMinSize(320, 220);

        this.state.subscribe(this::requestLayout);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> unpoint());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Where in time the chart stands; changes by {@link #goTo} and by hand. */
    public ReadOnlyObjectProperty<ChartState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public void goTo(ChartState wanted) {
        state.set(wanted);
    }

    /** Back to now, as wide as it is. */
    public void backToLive() {
        state.set(state.get().backToLive());
    }

    public void show(ChartScene shown) {
        scene = shown;
        requestLayout();
    }

    public void wear(ChartLook worn) {
        look = worn;
        requestLayout();
    }

    /** Shows the crosshair at a share of the window, from 0 at its beginning to 1 at its end. */
    public void pointAt(double share) {
        point(PlotArea.LEFT + share * area().plotWidth(), PlotArea.TOP);
    }

    private void point(double x, double y) {
        var area = area();
        var inPlot = x >= PlotArea.LEFT && x <= area.right() && y >= PlotArea.TOP && y <= area.height();
        pointAt(inPlot ? Optional.of(Crosshair.at(x, scene.trace(), area)) : Optional.empty());
    }

    private void unpoint() {
        pointAt(Optional.empty());
    }

    private void pointAt(Optional<Crosshair> wanted) {
        if (!wanted.equals(crosshair)) {
            crosshair = wanted;
            drawCrosshair();
        }
    }

    @Override
    protected void layoutChildren() {
        var width = getWidth();
        var height = getHeight();
        if (ground.getWidth() != width || ground.getHeight() != height) {
            for (var canvas : new Canvas[] {ground, overlay}) {
                canvas.setWidth(width);
                canvas.setHeight(height);
            }
        }
        ChartPainter.paint(ground.getGraphicsContext2D(), look, scene, state.get(), area());
        crosshair = crosshair.map(old -> Crosshair.at(old.x(), scene.trace(), area()));
        drawCrosshair();
    }

    private void drawCrosshair() {
        var on = overlay.getGraphicsContext2D();
        on.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        // An empty canvas would still be laid over the other, pixel by pixel.
        overlay.setVisible(crosshair.isPresent());
        crosshair.ifPresent(shown -> new CrosshairPainter(on, look, area(), scene.trace()).draw(shown));
    }

    private PlotArea area() {
        return new PlotArea(state.get().window(), getWidth(), getHeight());
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            var pivot = area().moment(Math.clamp(event.getX(), PlotArea.LEFT, area().right()));
            state.set(state.get().zoomed(event.getDeltaY() > 0 ? 1 / ZOOM_STEP : ZOOM_STEP, pivot));
            point(event.getX(), event.getY());
        } else if (event.getDeltaX() != 0) {
            state.set(state.get().panned(duration(-event.getDeltaX())));
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            draggedFrom = event.getX();
            if (event.getClickCount() == 2) {
                state.set(state.get().backToLive());
            }
        }
    }

    private void drag(MouseEvent event) {
        if (!Double.isNaN(draggedFrom)) {
            setCursor(Cursor.CLOSED_HAND);
            unpoint();
            state.set(state.get().panned(duration(draggedFrom - event.getX())));
            draggedFrom = event.getX();
        }
    }

    private void release(MouseEvent event) {
        draggedFrom = Double.NaN;
        setCursor(Cursor.DEFAULT);
        point(event.getX(), event.getY());
    }

    private void key(KeyEvent event) {
        var shown = state.get();
        var step = Duration.ofMillis(Math.round(shown.window().length().toMillis() * PAN_STEP));
        switch (event.getCode()) {
            case LEFT -> {
                if (event.isShortcutDown()) {
                    step(-1);
                } else {
                    state.set(shown.panned(step.negated()));
                }
            }
            case RIGHT -> {
                if (event.isShortcutDown()) {
                    step(1);
                } else {
                    state.set(shown.panned(step));
                }
            }
            case PLUS, ADD, EQUALS -> state.set(shown.zoomed(1 / ZOOM_STEP, shown.keyboardPivot()));
            case MINUS, SUBTRACT -> state.set(shown.zoomed(ZOOM_STEP, shown.keyboardPivot()));
            case HOME -> state.set(shown.backToLive());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int readings) {
        var area = area();
        var from = crosshair.orElseGet(() -> Crosshair.at(area.x(state.get().now()), scene.trace(), area));
        pointAt(Optional.of(from.stepped(readings, scene.trace(), area)));
    }

    private Duration duration(double pixels) {
        return Duration.ofMillis(Math.round(pixels * area().millisPerPixel()));
    }
}
