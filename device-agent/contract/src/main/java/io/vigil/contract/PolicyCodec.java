package io.vigil.contract;

import io.vigil.contract.v1.ChosenPreset;
import io.vigil.contract.v1.HeldValue;
import io.vigil.contract.v1.PolicyLayer;
import io.vigil.contract.v1.PolicyLine;
import io.vigil.contract.v1.PolicyReply;
import io.vigil.contract.v1.PresetEdit;
import io.vigil.contract.v1.PutValue;
import io.vigil.contract.v1.ReleaseValue;
import io.vigil.contract.v1.ValueEdit;
import io.vigil.contract.v1.WhatIfReply;
import io.vigil.policy.Guardrail;
import io.vigil.policy.Hours;
import io.vigil.policy.NumberedChange;
import io.vigil.policy.PolicyChange;
import io.vigil.policy.PolicyEdit;
import io.vigil.policy.PolicyPage;
import io.vigil.policy.PolicyPage.Chosen;
import io.vigil.policy.PolicyPage.Held;
import io.vigil.policy.PolicyPage.Slot;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.Preset;
import io.vigil.policy.SetBy;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import io.vigil.policy.WhatIf;
import io.vigil.rule.PolicyRefused;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What is set of alarms, to the wire and back: settings by their keys, values as a file of settings has them. Whether a value
 * is allowed is not asked here: what was once allowed and kept is read for good.
 */
final class PolicyCodec {

    private PolicyCodec() {}

    // Changes.

    static io.vigil.contract.v1.PolicyChange change(PolicyChange change) {
        return io.vigil.contract.v1.PolicyChange.newBuilder()
                .setSubject(change.subject().key())
                .addAllEdits(change.edits().stream().map(PolicyCodec::edit).toList())
                .setBy(WardCodec.person(change.by()))
                .setReason(change.reason())
                .setAt(Words.micros(change.at()))
                .setUndoes(change.undoes())
                .setPage(page(change.page()))
                .build();
    }

    static PolicyChange change(io.vigil.contract.v1.PolicyChange wire) {
        return new PolicyChange(
                WardCodec.subject(wire.getSubject()),
                wire.getEditsList().stream().map(PolicyCodec::edit).toList(),
                WardCodec.person(wire.getBy()),
                wire.getReason(),
                Words.instant(wire.getAt()),
                Words.count(wire.getUndoes(), "number of a change"),
                page(wire.getPage()));
    }

    private static io.vigil.contract.v1.PolicyEdit edit(PolicyEdit edit) {
        var wire = io.vigil.contract.v1.PolicyEdit.newBuilder();
        return switch (edit) {
            case PolicyEdit.OfValue(var setting, var hours, var from, var to) -> {
                var value = ValueEdit.newBuilder().setSetting(setting.key()).setHours(hours(hours));
                from.map(SettingValue::toString).ifPresent(value::setFrom);
                to.map(SettingValue::toString).ifPresent(value::setTo);
                yield wire.setValue(value).build();
            }
            case PolicyEdit.OfPreset(var from, var to) -> {
                var preset = PresetEdit.newBuilder();
                from.map(Preset::word).ifPresent(preset::setFrom);
                to.map(Preset::word).ifPresent(preset::setTo);
                yield wire.setPreset(preset).build();
            }
        };
    }

    private static PolicyEdit edit(io.vigil.contract.v1.PolicyEdit wire) {
        return switch (wire.getOfCase()) {
            case VALUE -> {
                var value = wire.getValue();
                var setting = setting(value.getSetting());
                yield new PolicyEdit.OfValue(
                        setting,
                        hours(value.getHours()),
                        value.hasFrom() ? Optional.of(value(setting, value.getFrom())) : Optional.empty(),
                        value.hasTo() ? Optional.of(value(setting, value.getTo())) : Optional.empty());
            }
            case PRESET ->
                new PolicyEdit.OfPreset(
                        wire.getPreset().hasFrom()
                                ? Optional.of(preset(wire.getPreset().getFrom()))
                                : Optional.empty(),
                        wire.getPreset().hasTo()
                                ? Optional.of(preset(wire.getPreset().getTo()))
                                : Optional.empty());
            case OF_NOT_SET -> throw new BadRequest("A change of settings changes nothing that is known here.");
        };
    }

    private static io.vigil.contract.v1.PolicyPage page(PolicyPage page) {
        var wire = io.vigil.contract.v1.PolicyPage.newBuilder();
        page.preset()
                .ifPresent(chosen -> wire.setPreset(ChosenPreset.newBuilder()
                        .setPreset(chosen.preset().word())
                        .setBy(chosen.by())
                        .setAt(Words.micros(chosen.at()))));
        page.inOrder()
                .forEach((slot, held) -> wire.addHeld(HeldValue.newBuilder()
                        .setSetting(slot.setting().key())
                        .setHours(hours(slot.hours()))
                        .setValue(held.value().toString())
                        .setBy(held.by())
                        .setAt(Words.micros(held.at()))));
        return wire.build();
    }

    private static PolicyPage page(io.vigil.contract.v1.PolicyPage wire) {
        return new PolicyPage(
                wire.hasPreset()
                        ? Optional.of(new Chosen(
                                preset(wire.getPreset().getPreset()),
                                wire.getPreset().getBy(),
                                Words.instant(wire.getPreset().getAt())))
                        : Optional.empty(),
                wire.getHeldList().stream()
                        .collect(Collectors.toMap(
                                held -> new Slot(setting(held.getSetting()), hours(held.getHours())),
                                held -> new Held(
                                        value(setting(held.getSetting()), held.getValue()),
                                        held.getBy(),
                                        Words.instant(held.getAt())),
                                (_, latter) -> latter)));
    }

    // Wishes.

    static io.vigil.contract.v1.PolicyWish wish(PolicyWish wish) {
        var wire = io.vigil.contract.v1.PolicyWish.newBuilder();
        return switch (wish) {
            case PolicyWish.Put(var setting, var hours, var value) ->
                wire.setPut(PutValue.newBuilder()
                                .setSetting(setting.key())
                                .setHours(hours(hours))
                                .setValue(value.toString()))
                        .build();
            case PolicyWish.Release(var setting, var hours) ->
                wire.setRelease(ReleaseValue.newBuilder()
                                .setSetting(setting.key())
                                .setHours(hours(hours)))
                        .build();
            case PolicyWish.Choose(var preset) -> wire.setChoose(preset.word()).build();
            case PolicyWish.FollowWard _ -> wire.setFollowWard(true).build();
        };
    }

    static PolicyWish wish(io.vigil.contract.v1.PolicyWish wire) {
        return switch (wire.getOfCase()) {
            case PUT -> {
                var setting = setting(wire.getPut().getSetting());
                yield new PolicyWish.Put(
                        setting,
                        hours(wire.getPut().getHours()),
                        value(setting, wire.getPut().getValue()));
            }
            case RELEASE ->
                new PolicyWish.Release(
                        setting(wire.getRelease().getSetting()),
                        hours(wire.getRelease().getHours()));
            case CHOOSE -> new PolicyWish.Choose(preset(wire.getChoose()));
            case FOLLOW_WARD -> new PolicyWish.FollowWard();
            case OF_NOT_SET -> throw new BadRequest("A change of settings wishes for nothing that is known here.");
        };
    }

    // The sheet.

    static PolicyReply sheet(PolicySheet sheet) {
        var wire = PolicyReply.newBuilder()
                .setSubject(sheet.subject().key())
                .setAt(Words.micros(sheet.at()))
                .setNight(sheet.night())
                .addAllLines(sheet.lines().stream().map(PolicyCodec::line).toList())
                .addAllHistory(
                        sheet.history().stream().map(PolicyCodec::numbered).toList());
        sheet.preset().map(Preset::word).ifPresent(wire::setPreset);
        return wire.build();
    }

    static PolicySheet sheet(PolicyReply wire) {
        return new PolicySheet(
                WardCodec.subject(wire.getSubject()),
                Words.instant(wire.getAt()),
                wire.getNight(),
                wire.hasPreset() ? Optional.of(preset(wire.getPreset())) : Optional.empty(),
                wire.getLinesList().stream().map(PolicyCodec::line).toList(),
                wire.getHistoryList().stream().map(PolicyCodec::numbered).toList());
    }

    private static PolicyLine line(PolicySheet.Line line) {
        var rail = line.guardrail();
        var wire = PolicyLine.newBuilder()
                .setSetting(line.setting().key())
                .setValue(line.value().toString())
                .setLayer(layer(line.setBy().layer()))
                .setBy(line.setBy().by())
                .setAt(Words.micros(line.setBy().at()))
                .setAlways(line.always().toString())
                .setLeast(rail.least().toString())
                .setLeastRecommended(rail.leastRecommended().toString())
                .setMostRecommended(rail.mostRecommended().toString())
                .setMost(rail.most().toString());
        line.own().map(SettingValue::toString).ifPresent(wire::setOwn);
        line.atNight().map(SettingValue::toString).ifPresent(wire::setAtNight);
        return wire.build();
    }

    private static PolicySheet.Line line(PolicyLine wire) {
        var setting = setting(wire.getSetting());
        return new PolicySheet.Line(
                setting,
                refusedAsBad(() -> new Guardrail(
                        setting.read(wire.getLeast()),
                        setting.read(wire.getLeastRecommended()),
                        setting.read(wire.getMostRecommended()),
                        setting.read(wire.getMost()))),
                value(setting, wire.getValue()),
                new SetBy(layer(wire.getLayer()), wire.getBy(), Words.instant(wire.getAt())),
                value(setting, wire.getAlways()),
                wire.hasOwn() ? Optional.of(value(setting, wire.getOwn())) : Optional.empty(),
                wire.hasAtNight() ? Optional.of(value(setting, wire.getAtNight())) : Optional.empty());
    }

    private static io.vigil.contract.v1.NumberedChange numbered(NumberedChange change) {
        return io.vigil.contract.v1.NumberedChange.newBuilder()
                .setNumber(change.number())
                .setChange(change(change.change()))
                .build();
    }

    private static NumberedChange numbered(io.vigil.contract.v1.NumberedChange wire) {
        return new NumberedChange(Words.count(wire.getNumber(), "number of a change"), change(wire.getChange()));
    }

    // What if.

    static WhatIfReply whatIf(WhatIf whatIf) {
        return WhatIfReply.newBuilder()
                .setFrom(Words.micros(whatIf.from()))
                .setTo(Words.micros(whatIf.to()))
                .setReadings(whatIf.readings())
                .addAllPresent(whatIf.present().stream().map(PolicyCodec::rung).toList())
                .addAllProposed(
                        whatIf.proposed().stream().map(PolicyCodec::rung).toList())
                .build();
    }

    static WhatIf whatIf(WhatIfReply wire) {
        return new WhatIf(
                Words.instant(wire.getFrom()),
                Words.instant(wire.getTo()),
                Words.count(wire.getReadings(), "number of readings"),
                wire.getPresentList().stream().map(PolicyCodec::rung).toList(),
                wire.getProposedList().stream().map(PolicyCodec::rung).toList());
    }

    private static io.vigil.contract.v1.Rung rung(WhatIf.Rung rung) {
        var wire = io.vigil.contract.v1.Rung.newBuilder()
                .setKind(AlarmCodec.kind(rung.kind()))
                .setAt(Words.micros(rung.at()))
                .setWorst(EvidenceCodec.evidence(rung.worst()))
                .setLimit(rung.limit());
        rung.over().map(Words::micros).ifPresent(wire::setOver);
        return wire.build();
    }

    private static WhatIf.Rung rung(io.vigil.contract.v1.Rung wire) {
        return new WhatIf.Rung(
                AlarmCodec.kind(wire.getKind()),
                Words.instant(wire.getAt()),
                wire.hasOver() ? Optional.of(Words.instant(wire.getOver())) : Optional.empty(),
                EvidenceCodec.evidence(wire.getWorst()),
                wire.getLimit());
    }

    // Words.

    private static Setting setting(String key) {
        return Setting.of(key).orElseThrow(() -> new BadRequest("There is no setting " + key + "."));
    }

    private static SettingValue value(Setting setting, String text) {
        return refusedAsBad(() -> setting.read(text));
    }

    private static Preset preset(String word) {
        return refusedAsBad(() -> Preset.read(word));
    }

    private static <T> T refusedAsBad(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (PolicyRefused refused) {
            throw new BadRequest(String.valueOf(refused.getMessage()));
        }
    }

    private static io.vigil.contract.v1.Hours hours(Hours hours) {
        return switch (hours) {
            case ALWAYS -> io.vigil.contract.v1.Hours.ALWAYS;
            case AT_NIGHT -> io.vigil.contract.v1.Hours.AT_NIGHT;
        };
    }

    private static Hours hours(io.vigil.contract.v1.Hours wire) {
        return switch (wire) {
            case ALWAYS -> Hours.ALWAYS;
            case AT_NIGHT -> Hours.AT_NIGHT;
            case HOURS_UNSPECIFIED, UNRECOGNIZED ->
                throw new BadRequest("A setting does not say at which hours it holds.");
        };
    }

    /** Both sides use the same words. */
    private static PolicyLayer layer(SetBy.Layer layer) {
        return PolicyLayer.valueOf(layer.name());
    }

    private static SetBy.Layer layer(PolicyLayer wire) {
        return switch (wire) {
            case POLICY_LAYER_UNSPECIFIED, UNRECOGNIZED ->
                throw new BadRequest("A setting does not say where it comes from.");
            default -> SetBy.Layer.valueOf(wire.name());
        };
    }
}
