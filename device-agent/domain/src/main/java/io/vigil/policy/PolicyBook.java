package io.vigil.policy;

import static java.util.Comparator.comparing;

import io.vigil.policy.PolicyPage.Held;
import io.vigil.policy.SetBy.Layer;
import io.vigil.rule.PolicyRefused;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was ever set of alarms and still holds: the ward's page and one for each patient who has one. What is in force is
 * made from it, for a patient and a told moment, and from nothing else.
 *
 * @param zone by whose clock the ward has its nights
 * @param begunAt since when the standard and the station's file hold
 * @param file what the station was started with
 */
public record PolicyBook(
        ZoneId zone, Instant begunAt, PolicyText file, PolicyPage ward, Map<PatientId, PolicyPage> patients) {

    /** Who set what nobody has changed. */
    private static final String NOBODY = "Ward preset";

    private static final int SHORTEST_REASON = 3;
    private static final List<Setting> SHOWN_LIMITS =
            List.of(Setting.URGENT_LOW_AT_OR_BELOW, Setting.LOW_BELOW, Setting.HIGH_ABOVE, Setting.SIGNAL_LOST_AFTER);

    public PolicyBook {
        patients = Map.copyOf(patients);
    }

    private record InForce(SettingValue value, SetBy setBy) {}

    /** Of a ward where nobody has changed anything yet. */
    public static PolicyBook begun(ZoneId zone, Instant at, PolicyText file) {
        return new PolicyBook(zone, at, file, PolicyPage.EMPTY, Map.of());
    }

    // What holds.

    /** A pure function of the book, the subject and the told moment. */
    // [impl->req~policy.in-force~1]
    public PolicyInForce inForce(Subject subject, Instant now) {
        return hours(subject).at(now);
    }

    /** The same for every moment until the book changes. */
    public PolicyHours hours(Subject subject) {
        return new PolicyHours(inWords(inForce(subject, false)), inWords(inForce(subject, true)), night(), zone);
    }

    public boolean isNight(Instant now) {
        return night().holds(now, zone);
    }

    private Night night() {
        var always = inForce(Station.THIS, false);
        return new Night(
                value(always, Setting.NIGHT_FROM).timeOfDay(),
                value(always, Setting.NIGHT_UNTIL).timeOfDay());
    }

    private static PolicyInForce inWords(Map<Setting, InForce> inForce) {
        var setLast = SHOWN_LIMITS.stream()
                .map(setting -> setBy(inForce, setting))
                .max(comparing(SetBy::layer).thenComparing(SetBy::at))
                .orElseThrow();
        var policy = policy(inForce);
        return new PolicyInForce(policy, policy.limits(setLast.by(), setLast.at()));
    }

    /** Every setting of a subject, without the history of its changes: that is known to who keeps the events. */
    public PolicySheet sheet(Subject subject, Instant now) {
        var page = page(subject);
        var nowInForce = inForce(subject, isNight(now));
        var always = inForce(subject, false);
        return new PolicySheet(
                subject,
                now,
                isNight(now),
                page.preset().map(PolicyPage.Chosen::preset),
                Setting.values().stream()
                        .map(setting -> new PolicySheet.Line(
                                setting,
                                setting.guardrail(),
                                value(nowInForce, setting),
                                setBy(nowInForce, setting),
                                value(always, setting),
                                page.held(setting, Hours.ALWAYS).map(Held::value),
                                page.held(setting, Hours.AT_NIGHT).map(Held::value)))
                        .toList(),
                List.of());
    }

    // What is changed.

    /** The book after a change that was accepted. */
    public PolicyBook with(PolicyChange change) {
        return with(change.subject(), change.page());
    }

    /**
     * The change that a person's wishes come to; the book stays as it is. Throws {@link PolicyRefused} with one sentence
     * where they may not, or where what would then hold is not safe, for whomever and at whatever hour.
     */
    // [impl->req~policy.changes-are-named~1]
    public PolicyChange propose(Subject subject, List<PolicyWish> wishes, Person by, String reason, Instant now) {
        var edits = edits(subject, wishes);
        requireRight(subject, edits, by);
        return change(subject, edits, by, reason, now, 0);
    }

    /** The inverse of a change. Throws {@link PolicyRefused} where it was changed again since. */
    // [impl->req~policy.changes-are-reversible~1]
    public PolicyChange undo(NumberedChange done, Person by, String reason, Instant now) {
        var subject = done.change().subject();
        var edits = done.change().edits().reversed().stream()
                .map(PolicyEdit::inverse)
                .toList();
        for (var edit : edits) {
            PolicyRefused.unless(
                    stands(page(subject), edit),
                    "Change " + done.number() + " cannot be undone: the same was changed again since. Undo the later"
                            + " change first.");
        }
        requireRight(subject, edits, by);
        return change(subject, edits, by, reason, now, done.number());
    }

    /** The book as it would be under these wishes, whoever has them. Throws {@link PolicyRefused} where it is not safe. */
    public PolicyBook imagined(Subject subject, List<PolicyWish> wishes, Instant now) {
        var page = page(subject);
        for (var edit : edits(subject, wishes)) {
            page = page.with(edit, "", now);
        }
        var imagined = with(subject, page);
        imagined.requireSafety(subject);
        return imagined;
    }

    private PolicyChange change(
            Subject subject, List<PolicyEdit> edits, Person by, String reason, Instant now, long undoes) {
        PolicyRefused.unless(
                reason.strip().length() >= SHORTEST_REASON,
                "Say why the settings are changed: others will want to know.");
        PolicyRefused.unless(!edits.isEmpty(), "That is how it is set already.");
        var page = page(subject);
        for (var edit : edits) {
            page = page.with(edit, by.name(), now);
        }
        with(subject, page).requireSafety(subject);
        return new PolicyChange(subject, edits, by, reason.strip(), now, undoes, page);
    }

    private List<PolicyEdit> edits(Subject subject, List<PolicyWish> wishes) {
        var page = page(subject);
        var edits = new ArrayList<PolicyEdit>();
        for (var wish : wishes) {
            switch (wish) {
                case PolicyWish.Put put -> {
                    edits.add(put(subject, page, put));
                    alongWith(subject, put, wishes)
                            .map(along -> put(subject, page, along))
                            .ifPresent(edits::add);
                }
                case PolicyWish.Release(var setting, var hours) ->
                    edits.add(new PolicyEdit.OfValue(
                            setting, hours, page.held(setting, hours).map(Held::value), Optional.empty()));
                case PolicyWish.Choose(var preset) -> edits.add(ofPreset(page, Optional.of(preset)));
                case PolicyWish.FollowWard _ -> edits.add(ofPreset(page, Optional.empty()));
            }
        }
        return edits.stream().filter(PolicyBook::changes).toList();
    }

    private static PolicyEdit put(Subject subject, PolicyPage page, PolicyWish.Put put) {
        var setting = put.setting();
        PolicyRefused.unless(
                setting.isOfPatients() || (subject instanceof Station && put.hours() == Hours.ALWAYS),
                setting + " is the same for all patients and at all hours: set it for the ward, always.");
        return new PolicyEdit.OfValue(
                setting,
                put.hours(),
                page.held(setting, put.hours()).map(Held::value),
                Optional.of(setting.allowed(put.value())));
    }

    private static PolicyEdit ofPreset(PolicyPage page, Optional<Preset> to) {
        return new PolicyEdit.OfPreset(page.preset().map(PolicyPage.Chosen::preset), to);
    }

    /** A limit that is moved alone takes along the one where its alarm is over, so that what lay between them stays. */
    private Optional<PolicyWish.Put> alongWith(Subject subject, PolicyWish.Put put, List<PolicyWish> wishes) {
        return put.setting()
                .takesAlong()
                .filter(along -> wishes.stream().noneMatch(wish -> isOf(along, put.hours(), wish)))
                .map(along -> {
                    var before = inForce(subject, put.hours() == Hours.AT_NIGHT);
                    var moved = value(before, along).amount()
                            + put.value().amount()
                            - value(before, put.setting()).amount();
                    var rail = along.guardrail();
                    return new PolicyWish.Put(
                            along,
                            put.hours(),
                            new SettingValue(
                                    along.unit(),
                                    Math.clamp(
                                            moved,
                                            rail.least().amount(),
                                            rail.most().amount())));
                });
    }

    private static boolean isOf(Setting setting, Hours hours, PolicyWish wish) {
        return switch (wish) {
            case PolicyWish.Put(var put, var when, var _) -> put.equals(setting) && when == hours;
            case PolicyWish.Release(var released, var when) -> released.equals(setting) && when == hours;
            case PolicyWish.Choose _, PolicyWish.FollowWard _ -> false;
        };
    }

    private static boolean changes(PolicyEdit edit) {
        return switch (edit) {
            case PolicyEdit.OfValue(var _, var _, var from, var to) -> !from.equals(to);
            case PolicyEdit.OfPreset(var from, var to) -> !from.equals(to);
        };
    }

    private static boolean stands(PolicyPage page, PolicyEdit edit) {
        return switch (edit) {
            case PolicyEdit.OfValue(var setting, var hours, var from, var _) ->
                page.held(setting, hours).map(Held::value).equals(from);
            case PolicyEdit.OfPreset(var from, var _) ->
                page.preset().map(PolicyPage.Chosen::preset).equals(from);
        };
    }

    private static void requireRight(Subject subject, List<PolicyEdit> edits, Person by) {
        var forWard = subject instanceof Station;
        for (var edit : edits) {
            switch (edit) {
                case PolicyEdit.OfValue(var setting, var _, var _, var to) -> {
                    requireSome(by, setting.realm(), forWard);
                    PolicyRefused.unless(
                            to.map(value -> PolicyRights.allow(by.role(), setting, value, forWard))
                                    .orElse(true),
                            to.map(SettingValue::toString).orElse("") + " lies outside what is recommended for "
                                    + setting + ", " + setting.guardrail().leastRecommended() + " to "
                                    + setting.guardrail().mostRecommended() + ": a doctor may set it.");
                }
                case PolicyEdit.OfPreset _ -> requireSome(by, Realm.GLUCOSE, forWard);
            }
        }
    }

    private static void requireSome(Person by, Realm realm, boolean forWard) {
        PolicyRefused.unless(
                PolicyRights.of(by.role(), realm, forWard) != PolicyRights.Right.NONE,
                "Settings of " + realm.words() + " are not yours to change "
                        + (forWard ? "for the ward" : "for a patient") + ".");
    }

    /** Whatever hangs on the page must still be safe, by day and by night. */
    private void requireSafety(Subject subject) {
        var others = subject instanceof Station ? patients.keySet().stream() : Stream.<PatientId>empty();
        Stream.concat(Stream.of(subject), others).forEach(whom -> {
            for (var night : List.of(false, true)) {
                try {
                    var _ = policy(inForce(whom, night));
                } catch (PolicyRefused refused) {
                    throw PolicyRefused.because(
                            (whom.equals(subject) ? "" : "For " + whom.key() + ": ") + refused.getMessage());
                }
            }
        });
    }

    // How the layers lie.

    private PolicyPage page(Subject subject) {
        return switch (subject) {
            case Station _ -> ward;
            case PatientId patient -> patients.getOrDefault(patient, PolicyPage.EMPTY);
        };
    }

    private PolicyBook with(Subject subject, PolicyPage page) {
        return switch (subject) {
            case Station _ -> new PolicyBook(zone, begunAt, file, page, patients);
            case PatientId patient -> {
                var pages = new HashMap<>(patients);
                pages.put(patient, page);
                yield new PolicyBook(zone, begunAt, file, ward, pages);
            }
        };
    }

    private Map<Setting, InForce> inForce(Subject subject, boolean night) {
        var inForce = new LinkedHashMap<Setting, InForce>();
        var standard = new SetBy(Layer.STANDARD, NOBODY, begunAt);
        Setting.values().forEach(setting -> inForce.put(setting, new InForce(setting.standard(), standard)));
        var started = new SetBy(Layer.STATION_FILE, NOBODY, begunAt);
        file.preset().ifPresent(preset -> lay(inForce, preset.settings(), started));
        lay(inForce, file.values(), started);
        lay(inForce, ward, night, Layer.WARD_PRESET, Layer.WARD, Layer.WARD_AT_NIGHT);
        if (subject instanceof PatientId) {
            lay(inForce, page(subject), night, Layer.PATIENT_PRESET, Layer.PATIENT, Layer.PATIENT_AT_NIGHT);
        }
        return inForce;
    }

    private static void lay(
            Map<Setting, InForce> inForce, PolicyPage page, boolean night, Layer preset, Layer always, Layer atNight) {
        page.preset()
                .ifPresent(chosen ->
                        lay(inForce, chosen.preset().settings(), new SetBy(preset, chosen.by(), chosen.at())));
        var hours = new EnumMap<Hours, Layer>(Map.of(Hours.ALWAYS, always));
        if (night) {
            hours.put(Hours.AT_NIGHT, atNight);
        }
        hours.forEach((when, layer) -> Setting.values()
                .forEach(setting -> page.held(setting, when)
                        .ifPresent(held -> inForce.put(
                                setting, new InForce(held.value(), new SetBy(layer, held.by(), held.at()))))));
    }

    private static void lay(Map<Setting, InForce> inForce, Map<Setting, SettingValue> values, SetBy setBy) {
        values.forEach((setting, value) -> inForce.put(setting, new InForce(value, setBy)));
    }

    private static AlarmPolicy policy(Map<Setting, InForce> inForce) {
        var values = new HashMap<Setting, SettingValue>();
        inForce.forEach((setting, held) -> values.put(setting, held.value()));
        return AlarmPolicy.of(values);
    }

    private static SettingValue value(Map<Setting, InForce> inForce, Setting setting) {
        return known(inForce, setting).value();
    }

    private static SetBy setBy(Map<Setting, InForce> inForce, Setting setting) {
        return known(inForce, setting).setBy();
    }

    /** The standard lies under all, so every setting is there. */
    private static InForce known(Map<Setting, InForce> inForce, Setting setting) {
        return Objects.requireNonNull(inForce.get(setting));
    }
}
