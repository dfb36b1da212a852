package io.vigil.app.limits;

import static io.vigil.app.limits.Parts.label;
import static io.vigil.app.limits.Parts.show;
import static io.vigil.app.limits.Parts.spring;

import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Palette;
import io.vigil.app.ui.RoomSheet;
import io.vigil.policy.Hours;
import io.vigil.policy.Setting;
import io.vigil.ward.PatientId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of limits in one language: settings at the left, what they would have rung and who changed them at the right. */
final class LimitsPage extends VBox {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double WIDE_FROM = 1500;

    /** What a person can do here besides moving a setting. */
    interface Acts {
        void askSignIn();

        void leave();
    }

    private final LimitsModel model;
    private final Wording wording;
    private final Label title = label("", "page-title");
    private final Label locked = label("", "lead", "muted", "locked");
    private final Button signIn;
    private final PresetBar presets;
    private final Label nightHead = label("", "column-head", "muted", "night-cell");
    private final VBox first = new VBox();
    private final VBox more = new VBox();
    private final ToggleButton showMore = new ToggleButton();
    private final Map<Setting, LimitRowView> rows = new HashMap<>();
    private final SaveBar saveBar;
    private final PreviewCard preview;
    private final HistoryCard history;

    LimitsPage(LimitsModel model, Wording wording, Palette palette, boolean mayLeave, Acts acts) {
        this.model = model;
        this.wording = wording;
        getStyleClass().add("limits-page");
        RoomSheet.wear(this, LimitsPage.class, "limits.css");
        signIn = new Button(wording.text("sign-in"), Icon.PERSON.of(20));
        signIn.setId("sign-in-for-limits");
        signIn.setOnAction(_ -> acts.askSignIn());
        presets = new PresetBar(wording, model.freedom().isForWard(), model::choose);
        saveBar = new SaveBar(wording, model::save, model::discard);
        preview = new PreviewCard(wording, palette, model::tellBy);
        history = new HistoryCard(wording, model::undo);

        showMore.getStyleClass().add("show-more");
        showMore.setGraphic(Icon.MORE.of(20));
        showMore.setId("more");
        showMore.selectedProperty().subscribe(_ -> refresh());
        first.getStyleClass().add("rows");
        more.getStyleClass().add("rows");
        var settings = new VBox(presets, columnHeads(), first, showMore, more);
        settings.getStyleClass().addAll("card", "settings-card");
        var scroll = scrolled(settings);
        scroll.setFitToHeight(true);
        var left = new VBox(16, scroll, saveBar);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        saveBar.setMinHeight(USE_PREF_SIZE);
        left.setMinSize(0, 0);
        HBox.setHgrow(left, Priority.ALWAYS);
        var aside = new VBox(16, preview, history);
        var right = scrolled(aside);
        right.getStyleClass().add("aside");
        var body = new HBox(16, left, right);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(mayLeave, acts), body);
        widthProperty()
                .subscribe(width ->
                        pseudoClassStateChanged(NARROW, width.doubleValue() > 0 && width.doubleValue() < WIDE_FROM));
        refresh();
    }

    /** Draws what the model knows now. */
    void refresh() {
        model.foretold().ifPresent(foretold -> {
            var freedom = model.freedom();
            var state = LimitsState.of(foretold, freedom, model.refused(), wording);
            title.setText(title());
            locked.setText(state.lockedWords());
            locked.setGraphic(Icon.LOCK.of(20));
            show(locked, state.isLocked());
            show(signIn, state.isLocked() && freedom.person().isEmpty());
            presets.draw(state.preset());
            nightHead.setText(state.nightHead());
            first.getChildren().setAll(state.first().stream().map(this::row).toList());
            var count = state.more().stream()
                    .mapToInt(section -> section.rows().size())
                    .sum();
            showMore.setText(showMore.isSelected() ? wording.text("less") : wording.text("more", count));
            if (showMore.isSelected()) {
                more.getChildren()
                        .setAll(state.more().stream().map(this::section).toList());
            }
            show(more, showMore.isSelected());
            saveBar.draw(state.changes(), model.saving());
            history.draw(foretold.sheet().history().stream()
                    .map(change -> HistoryEntry.of(change, foretold.sheet(), freedom, wording))
                    .toList());
        });
    }

    /** Draws what would have rung; it is told anew as time goes on. */
    void refresh(PreviewState state) {
        if (model.freedom().isForWard()) {
            model.toldBy().ifPresent(chosen -> preview.choices(whom(), chosen));
        }
        preview.draw(state);
    }

    private List<PreviewCard.Whom> whom() {
        return model.station().stream()
                .flatMap(station -> station.patients().stream())
                .map(each -> new PreviewCard.Whom(
                        each.patient().id(),
                        each.patient().bed() + " · "
                                + wording.names().of(each.patient().name())))
                .toList();
    }

    private String title() {
        return model.patient()
                .map(view -> wording.text(
                        "title.patient",
                        view.patient().bed(),
                        wording.names().of(view.patient().name())))
                .orElseGet(() -> model.subject() instanceof PatientId(var key)
                        ? wording.text("title.patient", key, "")
                        : wording.text("title.ward"));
    }

    private Node head(boolean mayLeave, Acts acts) {
        var about = label(
                wording.text(model.freedom().isForWard() ? "about.ward" : "about.patient"), "lead", "muted", "about");
        about.setMinWidth(0);
        title.setMinWidth(USE_PREF_SIZE);
        var words = new HBox(16, title, about);
        words.setAlignment(Pos.BASELINE_LEFT);
        words.setMaxHeight(USE_PREF_SIZE);
        words.setMinWidth(0);
        locked.setMinWidth(USE_PREF_SIZE);
        signIn.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(16, words, spring(), locked, signIn);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("limits-head");
        if (mayLeave) {
            var back = new Button(wording.text("back"));
            back.setId("back");
            back.setMinWidth(USE_PREF_SIZE);
            back.setOnAction(_ -> acts.leave());
            head.getChildren().add(back);
        }
        return head;
    }

    private Node columnHeads() {
        var name = label(wording.text("column.setting"), "column-head", "muted", "name-cell");
        var day = label(wording.text("column.day"), "column-head", "muted", "day-cell");
        var reset = new Region();
        reset.getStyleClass().add("reset-cell");
        var bounds = label(wording.text("column.bounds"), "column-head", "muted", "rail-cell");
        bounds.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bounds, Priority.ALWAYS);
        var heads = new HBox(name, day, reset, bounds, nightHead);
        heads.getStyleClass().addAll("limit-line", "column-heads");
        heads.setAlignment(Pos.CENTER_LEFT);
        return heads;
    }

    private Node section(LimitsState.Section section) {
        var box = new VBox(label(section.title(), "strong", "section-title"));
        box.getChildren().addAll(section.rows().stream().map(this::row).toList());
        return box;
    }

    /** A row stays the same node as long as the page lives, so that the focus stays in it. */
    private LimitRowView row(LimitRow row) {
        var view = rows.computeIfAbsent(row.setting(), _ -> new LimitRowView(row, wording, new RowActs()));
        view.draw(row);
        return view;
    }

    private static ScrollPane scrolled(Region content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        return scroll;
    }

    /** Tells the model what was done in a row. */
    private final class RowActs implements LimitRowView.Acts {

        @Override
        public void typed(Setting setting, Hours hours, String words) {
            model.typed(setting, hours, words);
        }

        @Override
        public void stepped(Setting setting, Hours hours, int steps) {
            model.stepped(setting, hours, steps);
        }

        @Override
        public void turned(Setting setting, boolean on) {
            model.turned(setting, on);
        }

        @Override
        public void atNight(Setting setting) {
            model.atNight(setting);
        }

        @Override
        public void reset(Setting setting, Hours hours) {
            model.reset(setting, hours);
        }
    }
}
