package io.vigil.app.limits;

import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.CommandRefused;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.app.limits.Freedom.Asked;
import io.vigil.journal.WardEvent.PolicyChanged;
import io.vigil.policy.Hours;
import io.vigil.policy.PolicyPage.Slot;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.Preset;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import io.vigil.policy.WhatIf;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this screen knows of the settings of one subject, and what somebody has changed on it and not yet saved. Belongs to the
 * screen's thread, on which the link delivers.
 */
final class LimitsModel implements AutoCloseable {

    /** How far a change has come on its way to the agent. */
    sealed interface Saving {
        record Idle() implements Saving {}

        record Underway() implements Saving {}

        /** Durable, and in force. */
        record Saved(Instant at) implements Saving {}

        /** In a sentence for people; nothing was changed. */
        record Refused(String why) implements Saving {}
    }

    private final AgentLink link;
    private final Subject subject;
    private final InstantSource clock;
    private final Supplier<Wording> wording;
    private final Runnable onChange;
    private final AgentLink.Subscription views;
    private final AgentLink.Subscription events;

    private Optional<StationView> station = Optional.empty();
    private Optional<PolicySheet> sheet = Optional.empty();
    private Optional<PolicySheet> ward = Optional.empty();
    private LimitEdits edits = LimitEdits.NONE;
    private Map<Slot, String> refused = Map.of();
    private Saving saving = new Saving.Idle();
    private String trouble = "";
    private Preview preview = new Preview.Asking();
    private Optional<PatientId> toldBy = Optional.empty();
    private long question;
    private long stir;
    private boolean isClosed;

    /**
     * Begins to listen, and asks for the settings.
     *
     * @param wording as this screen speaks now
     * @param onChange called after each change of what is known or edited
     */
    LimitsModel(AgentLink link, Subject subject, InstantSource clock, Supplier<Wording> wording, Runnable onChange) {
        this.link = link;
        this.subject = subject;
        this.clock = clock;
        this.wording = wording;
        this.onChange = onChange;
        if (subject instanceof PatientId patient) {
            toldBy = Optional.of(patient);
        }
        views = link.onChange(this::told);
        events = link.onEvent(event -> {
            if (event.event() instanceof PolicyChanged) {
                load();
            }
        });
        load();
    }

    Subject subject() {
        return subject;
    }

    Optional<StationView> station() {
        return station;
    }

    Optional<PatientView> patient() {
        return station.flatMap(view -> view.patients().stream()
                .filter(each -> each.patient().id().equals(subject))
                .findFirst());
    }

    /** None until the agent has told the settings. */
    Optional<Foretold> foretold() {
        return sheet.flatMap(own -> ward.map(all -> new Foretold(own, all, edits)));
    }

    Optional<PolicySheet> sheet() {
        return sheet;
    }

    Map<Slot, String> refused() {
        return refused;
    }

    Freedom freedom() {
        return new Freedom(signedIn(), subject instanceof Station, wording.get());
    }

    Saving saving() {
        return saving;
    }

    /** Why the settings could not be read; empty where they could. */
    String trouble() {
        return trouble;
    }

    Preview preview() {
        return preview;
    }

    boolean isEdited() {
        return !edits.isEmpty();
    }

    /** By whose readings the last fourteen days are told again. */
    Optional<PatientId> toldBy() {
        return toldBy;
    }

    void load() {
        var own = link.policy(subject);
        var all = subject instanceof Station ? own : link.policy(Station.THIS);
        var _ = own.thenCombine(all, Foretelling::new).whenComplete((known, failure) -> {
            if (isClosed) {
                return;
            }
            if (known == null) {
                trouble = sentence(failure);
            } else {
                trouble = "";
                sheet = Optional.of(known.own);
                ward = Optional.of(known.all);
                preview = stirred();
            }
            onChange.run();
        });
    }

    /** Moves on whenever what would have rung must be asked anew. */
    long stir() {
        return stir;
    }

    // What somebody does on the page.

    void typed(Setting setting, Hours hours, String words) {
        foretold().ifPresent(known -> {
            var shown = known.value(setting, hours);
            var scale = wording.get().scale(setting);
            scale.typed(words, shown)
                    .ifPresentOrElse(
                            wanted -> ask(known, setting, hours, wanted),
                            () -> refuse(
                                    setting,
                                    hours,
                                    wording.get()
                                            .text(
                                                    "refused.typed",
                                                    words.strip(),
                                                    scale.signed(
                                                            setting.guardrail().leastRecommended()),
                                                    scale.signed(shown))));
        });
    }

    void stepped(Setting setting, Hours hours, int steps) {
        foretold().ifPresent(known -> {
            var shown = known.value(setting, hours);
            var wanted = wording.get().scale(setting).stepped(shown, steps);
            var nearest = freedom().nearest(setting, wanted);
            // A step that leads nowhere says why; one that leads too far stops at the bound.
            ask(known, setting, hours, nearest.equals(shown) ? wanted : nearest);
        });
    }

    void turned(Setting setting, boolean on) {
        foretold().ifPresent(known -> ask(known, setting, Hours.ALWAYS, on ? SettingValue.ON : SettingValue.OFF));
    }

    /** A value of its own for the night, which begins as the one by day. */
    void atNight(Setting setting) {
        foretold().ifPresent(known -> change(edits.put(setting, Hours.AT_NIGHT, known.value(setting, Hours.AT_NIGHT))));
    }

    /** An edit is forgotten; where there is none, the value of its own is taken away. */
    void reset(Setting setting, Hours hours) {
        calm(setting, hours);
        if (edits.at(setting, hours).isPresent()) {
            change(edits.forget(setting, hours));
        } else {
            change(edits.release(setting, hours));
        }
    }

    void choose(Optional<Preset> preset) {
        foretold()
                .ifPresent(known ->
                        change(known.before().preset().equals(preset) ? edits.keepPreset() : edits.choose(preset)));
    }

    void discard() {
        refused = Map.of();
        change(LimitEdits.NONE);
    }

    void save(String reason) {
        send(link.changePolicy(subject, edits.wishes(), reason), LimitEdits.NONE);
    }

    void undo(long number, String reason) {
        send(link.undoPolicyChange(number, reason), edits);
    }

    /** Turns to another patient's last fourteen days. */
    void tellBy(PatientId patient) {
        toldBy = Optional.of(patient);
        preview = stirred();
        onChange.run();
    }

    /** Asks what would have rung. An answer to a question asked before is heard no more. */
    void askPreview() {
        question++;
        var asked = question;
        var known = foretold();
        if (toldBy.isEmpty() || known.isEmpty()) {
            return;
        }
        var whom = toldBy.get();
        var _ = wishes(known.get(), whom)
                .thenCompose(wishes -> edits.isEmpty() || !wishes.isEmpty()
                        ? link.whatIf(whom, wishes).<Preview>thenApply(whatIf -> told(whatIf))
                        : CompletableFuture.completedFuture(untold(known.get())))
                .whenComplete((answer, failure) -> {
                    if (!isClosed && asked == question && preview instanceof Preview.Asking) {
                        preview = answer == null
                                ? new Preview.Untold(wording.get()
                                        .text(
                                                cause(failure) instanceof CommandRefused
                                                        ? "preview.refused"
                                                        : "preview.failed",
                                                sentence(failure)))
                                : answer;
                        onChange.run();
                    }
                });
    }

    @Override
    public void close() {
        isClosed = true;
        views.close();
        events.close();
    }

    /** What this page shows of the station. */
    private record Around(Optional<Person> signedIn, List<Patient> patients, ZoneId zone) {
        static Around of(StationView view) {
            return new Around(
                    view.signedIn(),
                    view.patients().stream().map(PatientView::patient).toList(),
                    view.station().zone());
        }
    }

    private record Foretelling(PolicySheet own, PolicySheet all) {}

    private void told(StationView view) {
        var before = signedIn();
        var around = station.map(Around::of);
        station = Optional.of(view);
        if (toldBy.isEmpty() && !view.patients().isEmpty()) {
            toldBy = Optional.of(view.patients().getFirst().patient().id());
            preview = stirred();
        }
        if (!before.equals(signedIn())) {
            refused = Map.of();
        }
        // Each beat tells a view; what this page shows changes seldom.
        if (!around.equals(station.map(Around::of))) {
            onChange.run();
        }
    }

    private Optional<Person> signedIn() {
        return station.flatMap(StationView::signedIn);
    }

    private Preview told(WhatIf whatIf) {
        return new Preview.Told(whatIf, clock.instant());
    }

    private Preview untold(Foretold known) {
        return new Preview.Untold(
                wording.get().text(WardWish.isOfPatients(known) ? "preview.own" : "preview.not-told"));
    }

    /** What a patient would have of the edits. */
    private CompletableFuture<List<PolicyWish>> wishes(Foretold known, PatientId whom) {
        return subject instanceof Station && !edits.isEmpty()
                ? link.policy(whom).thenApply(own -> WardWish.of(known, own))
                : CompletableFuture.completedFuture(edits.wishes());
    }

    private void ask(Foretold known, Setting setting, Hours hours, SettingValue wanted) {
        switch (freedom().ask(setting, wanted)) {
            case Asked.Granted(var value) -> {
                calm(setting, hours);
                var without = new Foretold(known.sheet(), known.ward(), edits.forget(setting, hours));
                // A value for the night that comes to that of the day stays one for the night until it is taken away.
                var asItWas = hours == Hours.ALWAYS
                        ? without.value(setting, hours).equals(value)
                        : without.own(setting, hours).filter(value::equals).isPresent();
                change(asItWas ? without.edits() : edits.put(setting, hours, value));
            }
            case Asked.Refused(var why) -> refuse(setting, hours, why);
        }
    }

    private Preview stirred() {
        stir++;
        question++;
        return new Preview.Asking();
    }

    private void refuse(Setting setting, Hours hours, String why) {
        var next = new HashMap<>(refused);
        next.put(new Slot(setting, hours), why);
        refused = Map.copyOf(next);
        onChange.run();
    }

    private void calm(Setting setting, Hours hours) {
        var next = new HashMap<>(refused);
        next.remove(new Slot(setting, hours));
        refused = Map.copyOf(next);
    }

    private void change(LimitEdits next) {
        if (!next.equals(edits)) {
            edits = next;
            preview = stirred();
        }
        if (!(saving instanceof Saving.Underway)) {
            saving = new Saving.Idle();
        }
        onChange.run();
    }

    // [impl->req~screen.limits-saved-when-durable~1]
    private void send(CompletableFuture<Void> command, LimitEdits left) {
        saving = new Saving.Underway();
        onChange.run();
        var _ = command.whenComplete((_, failure) -> {
            if (isClosed) {
                return;
            }
            if (failure == null) {
                edits = left;
                refused = Map.of();
                saving = new Saving.Saved(clock.instant());
                load();
            } else {
                saving = new Saving.Refused(sentence(failure));
            }
            onChange.run();
        });
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static String sentence(@Nullable Throwable failure) {
        var cause = cause(failure);
        return cause == null || cause.getMessage() == null ? "" : cause.getMessage();
    }
}
