package io.vigil.app.shell;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.alarms.AlarmBanner;
import io.vigil.app.alarms.BannerState;
import io.vigil.app.shell.ShellModel.SignInAsked;
import io.vigil.app.shell.ShellModel.TestShown;
import io.vigil.app.shell.ShellState.Reach.Gone;
import io.vigil.app.shell.ShellState.Reach.NotYet;
import io.vigil.app.shell.ShellState.Reach.Reached;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.RoomSheet;
import io.vigil.app.ui.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The window's content in one language: banner, rail, top bar, page, status bar. */
final class ShellView extends BorderPane implements AutoCloseable {

    private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");

    private final ShellModel model;
    private final Navigation navigation;
    private final Texts texts;
    private final Map<Room, Node> pages = new HashMap<>();

    private final ObjectProperty<BannerState> bannerState = new SimpleObjectProperty<>(new BannerState.Calm());
    private final AlarmBanner banner;
    private final LostBanner lostBanner;
    private final TopBar topBar;
    private final StatusBar statusBar;
    private final StackPane page = new StackPane();
    private final StackPane pageHolder = new StackPane();
    private final VBox notYet = new VBox(12);
    private final Label notYetTitle = new Label();
    private final Label notYetAdvice = new Label();
    private final HBox notice = new HBox(12);
    private final Label noticeWords = new Label();
    private final Rail rail;

    private Optional<SignInCard> signInCard = Optional.empty();
    private Optional<HelpCard> helpCard = Optional.empty();
    private Optional<TestCard> testCard = Optional.empty();
    private Subscription subscriptions;

    ShellView(ShellModel model, Navigation navigation, Flash flash, Locale locale) {
        this.model = model;
        this.navigation = navigation;
        this.texts = Texts.of(ShellView.class, locale);
        getStyleClass().add("shell");
        RoomSheet.wear(this, ShellView.class, "shell.css");

        banner = new AlarmBanner(
                bannerState, model.answering(), flash, Texts.of(AlarmBanner.class, locale), model::acknowledge);
        lostBanner = new LostBanner(texts, flash, model::pauseSound);
        topBar = new TopBar(texts, model);
        statusBar = new StatusBar(texts, model::selfTest);
        rail = new Rail(navigation, texts, model.state().map(ShellState::unanswered), this::toggleHelp);

        layNotYet();
        layNotice();
        page.getChildren().addAll(pageHolder, notYet, notice);
        StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
        StackPane.setMargin(notice, new Insets(0, 24, 24, 24));
        page.setMinSize(0, 0);
        VBox.setVgrow(page, Priority.ALWAYS);
        var middle = new VBox(topBar, page);
        middle.setMinSize(0, 0);
        middle.getStyleClass().add("middle");

        setTop(new VBox(lostBanner, banner));
        setLeft(rail);
        setCenter(middle);
        setBottom(statusBar);

        subscriptions = Subscription.combine(
                model.state().subscribe(this::draw),
                model.signInAsked().subscribe(this::drawSignIn),
                model.notice().subscribe(this::drawNotice),
                model.test().subscribe(this::drawTest),
                navigation.current().subscribe(this::enter));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The alarms that can be seen now. */
    Set<AlarmId> drawnAlarms() {
        var drawn = new HashSet<AlarmId>();
        banner.drawn().ifPresent(drawn::add);
        if (model.state().get().reach() instanceof Reached) {
            switch (navigation.current().get().drawn()) {
                case Room.Drawn.Every() ->
                    model.view().alarms().stream().map(OpenAlarm::id).forEach(drawn::add);
                case Room.Drawn.Some(var now) -> drawn.addAll(now.get());
                case Room.Drawn.None() -> {}
            }
        }
        return drawn;
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        bannerState.set(new BannerState.Calm());
        lostBanner.hide();
        rail.close();
    }

    private void draw(ShellState state) {
        bannerState.set(state.banner());
        topBar.draw(state);
        statusBar.draw(state.status());
        switch (state.reach()) {
            case Reached _ -> {
                lostBanner.hide();
                showPage(true);
            }
            case Gone gone -> {
                lostBanner.draw(gone, state.pause());
                showPage(true);
            }
            case NotYet waiting -> {
                lostBanner.hide();
                notYetTitle.setText(waiting.title());
                notYetAdvice.setText(waiting.advice());
                showPage(false);
            }
        }
        pseudoClassStateChanged(LOST, state.reach() instanceof Gone);
    }

    private void showPage(boolean shown) {
        pageHolder.setVisible(shown);
        notYet.setVisible(!shown);
    }

    private void enter(Room room) {
        pageHolder
                .getChildren()
                .setAll(pages.computeIfAbsent(room, each -> each.view().get()));
        if (helpCard.isPresent()) {
            closeHelp();
        }
    }

    private void drawSignIn(Optional<SignInAsked> asked) {
        if (asked.isEmpty()) {
            signInCard.ifPresent(page.getChildren()::remove);
            signInCard = Optional.empty();
            return;
        }
        if (signInCard.isEmpty()) {
            var card =
                    new SignInCard(texts, model, asked.get().thenAcknowledge().isPresent());
            signInCard = Optional.of(card);
            lay(card);
            card.focus();
        }
        signInCard.get().draw(asked.get());
    }

    /** Whether a test of the alarms can be seen now. */
    boolean drawsTest() {
        return testCard.isPresent();
    }

    private void drawTest(Optional<TestShown> shown) {
        if (shown.isEmpty()) {
            testCard.ifPresent(page.getChildren()::remove);
            testCard = Optional.empty();
            return;
        }
        if (testCard.isEmpty()) {
            var card = new TestCard(texts);
            testCard = Optional.of(card);
            StackPane.setAlignment(card, Pos.TOP_CENTER);
            StackPane.setMargin(card, new Insets(8, 24, 8, 24));
            page.getChildren().add(card);
        }
        testCard.get().draw(shown.get());
    }

    private void toggleHelp() {
        if (helpCard.isPresent()) {
            closeHelp();
            return;
        }
        model.leaveSignIn();
        var card = new HelpCard(texts, navigation.current().get(), this::closeHelp);
        helpCard = Optional.of(card);
        lay(card);
        card.focus();
    }

    private void closeHelp() {
        helpCard.ifPresent(page.getChildren()::remove);
        helpCard = Optional.empty();
    }

    /** Panels stand at the upper right, under the banner's button, and leave the rest of the page in sight. */
    private void lay(Node panel) {
        StackPane.setAlignment(panel, Pos.TOP_RIGHT);
        StackPane.setMargin(panel, new Insets(8, 24, 8, 24));
        page.getChildren().add(panel);
    }

    private void drawNotice(Optional<String> words) {
        notice.setVisible(words.isPresent());
        noticeWords.setText(words.orElse(""));
    }

    private void key(KeyEvent event) {
        var taken = switch (event.getCode()) {
            case F1 -> {
                toggleHelp();
                yield true;
            }
            case F2 -> {
                banner.press();
                yield true;
            }
            case F3 -> {
                model.pauseSound();
                yield true;
            }
            case ESCAPE -> escape();
            case L -> event.isShortcutDown() && lock();
            default -> event.isShortcutDown() && go(event);
        };
        if (taken) {
            event.consume();
        }
    }

    /** Closes what is open. Never acknowledges anything. */
    private boolean escape() {
        if (signInCard.isPresent()) {
            model.leaveSignIn();
            return true;
        }
        if (helpCard.isPresent()) {
            closeHelp();
            return true;
        }
        if (notice.isVisible()) {
            model.notice().set(Optional.empty());
            return true;
        }
        return false;
    }

    private boolean lock() {
        if (model.state().get().signedIn().isPresent()) {
            model.lock();
        }
        return true;
    }

    private boolean go(KeyEvent event) {
        var digit = event.getText().isEmpty() ? event.getCode().getName() : event.getText();
        if (!digit.matches("[1-9]")) {
            return false;
        }
        var index = Integer.parseInt(digit) - 1;
        if (index < navigation.rooms().size()) {
            navigation.enter(navigation.rooms().get(index));
        }
        return true;
    }

    private void layNotYet() {
        notYet.getStyleClass().add("not-yet");
        notYetTitle.getStyleClass().add("page-title");
        notYetAdvice.getStyleClass().addAll("lead", "muted");
        notYetAdvice.setWrapText(true);
        notYet.getChildren().addAll(Icon.AGENT_LOST.of(64), notYetTitle, notYetAdvice);
    }

    private void layNotice() {
        notice.getStyleClass().add("notice");
        noticeWords.getStyleClass().add("lead");
        noticeWords.setWrapText(true);
        var close = new Button("", Icon.CLOSE.of(20));
        close.getStyleClass().add("bare");
        close.setId("close-notice");
        close.setAccessibleText(texts.get("close"));
        close.setOnAction(_ -> model.notice().set(Optional.empty()));
        notice.getChildren().addAll(Icon.MEDIUM.of(24), noticeWords, close);
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }
}
