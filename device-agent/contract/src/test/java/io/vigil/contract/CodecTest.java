package io.vigil.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vigil.contract.v1.AcknowledgeCommand;
import io.vigil.contract.v1.AlarmId;
import io.vigil.contract.v1.AlarmKind;
import io.vigil.contract.v1.Delivery;
import io.vigil.contract.v1.Event;
import io.vigil.contract.v1.Origin;
import io.vigil.contract.v1.PauseSoundCommand;
import io.vigil.contract.v1.Reading;
import io.vigil.contract.v1.ReadingsRequest;
import io.vigil.contract.v1.Received;
import io.vigil.contract.v1.ScreenBeat;
import io.vigil.contract.v1.SignInRequest;
import io.vigil.contract.v1.SubscribeRequest;
import io.vigil.contract.v1.Told;
import io.vigil.ward.PatientId;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CodecTest {

    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    @Test
    void keeps_moments_to_the_microsecond() {
        var asked = new Question.Readings(new PatientId("bed-07"), NOON.plusNanos(1_000), NOON.plusNanos(999_999_000));

        assertThat(Codec.question(Codec.question(asked))).isEqualTo(asked);
    }

    @Test
    void keeps_moments_before_1970() {
        var asked = new Question.Readings(new PatientId("bed-07"), Instant.parse("1969-12-31T23:59:59.999999Z"), NOON);

        assertThat(Codec.question(Codec.question(asked))).isEqualTo(asked);
    }

    @Test
    void one_bad_reading_takes_no_other_with_it() {
        var delivery = Delivery.newBuilder()
                .setNumber(3)
                .addReadings(received(540))
                .addReadings(received(40_000))
                .addReadings(received(690).toBuilder().setPatient("Osei, Margaret"))
                .addReadings(received(700).toBuilder()
                        .setReading(Reading.newBuilder().setOrigin(Origin.ORIGIN_LIVE)))
                .addReadings(received(710).toBuilder().setReading(reading(710).setOriginValue(9)))
                .addReadings(received(720).toBuilder().setSource(" "))
                .addReadings(received(-1))
                .build();

        var delivered = Codec.delivery(delivery, NOON);

        assertThat(delivered.number()).isEqualTo(3);
        assertThat(delivered.readings())
                .singleElement()
                .satisfies(reading -> assertThat(reading.receivedAt()).isEqualTo(NOON));
        assertThat(delivered.refused())
                .containsExactly(
                        "Reading 2 of the delivery: A glucose of 4000.0 mg/dL cannot be: send 0 to 1000 mg/dL, in tenths.",
                        "Reading 3 of the delivery: \"Osei, Margaret\" is no patient's id: small letters, digits and - only.",
                        "Reading 4 of the delivery: A reading has no value: send a number, or below or above range.",
                        "Reading 5 of the delivery: A reading does not say how it came: live, back-filled or imported.",
                        "Reading 6 of the delivery: A reading does not say which source it comes from.",
                        "Reading 7 of the delivery: A glucose of 4.294967295E8 mg/dL cannot be: send 0 to 1000 mg/dL, in tenths.");
    }

    @Test
    void a_reading_that_denies_being_out_of_range_says_nothing() {
        var delivery = Delivery.newBuilder()
                .addReadings(received(1).toBuilder().setReading(reading(1).setBelowRange(false)))
                .addReadings(received(1).toBuilder().setReading(reading(1).setAboveRange(false)))
                .build();

        assertThat(Codec.delivery(delivery, NOON).refused()).hasSize(2);
    }

    @Test
    void a_command_without_an_id_of_its_own_is_refused() {
        refused("A command needs an id of its own", () -> Codec.command(PauseSoundCommand.getDefaultInstance()));
        refused(
                "A command needs an id of its own",
                () -> Codec.command(PauseSoundCommand.newBuilder()
                        .setCommandId("x'; drop table")
                        .build()));
    }

    @Test
    void an_answer_to_no_alarm_is_refused() {
        refused(
                "does not say which alarm",
                () -> Codec.command(AcknowledgeCommand.newBuilder()
                        .setCommandId("0197-0001")
                        .build()));
        refused(
                "of no kind that is known here",
                () -> Codec.command(AcknowledgeCommand.newBuilder()
                        .setCommandId("0197-0001")
                        .setAlarm(AlarmId.newBuilder().setSubject("bed-07").setKindValue(99))
                        .build()));
        refused(
                "does not say which sounding",
                () -> Codec.command(AcknowledgeCommand.newBuilder()
                        .setCommandId("0197-0001")
                        .setAlarm(AlarmId.newBuilder().setSubject("bed-07").setKind(AlarmKind.LOW))
                        .build()));
        refused(
                "The reason is too long",
                () -> Codec.command(AcknowledgeCommand.newBuilder()
                        .setCommandId("0197-0001")
                        .setAlarm(AlarmId.newBuilder().setSubject("bed-07").setKind(AlarmKind.LOW))
                        .setAnnouncedAt(1)
                        .setReason("x".repeat(501))
                        .build()));
    }

    @Test
    void a_span_that_ends_before_it_begins_is_refused() {
        refused(
                "ends before it begins",
                () -> Codec.question(ReadingsRequest.newBuilder()
                        .setPatient("bed-07")
                        .setFrom(2)
                        .setTo(1)
                        .build()));
    }

    @Test
    void what_is_said_without_saying_anything_is_refused() {
        refused("not known here", () -> Codec.told(Told.getDefaultInstance()));
        refused("nothing that is known here", () -> Codec.event(Event.getDefaultInstance()));
        refused("which one it is", () -> Codec.beat(ScreenBeat.getDefaultInstance()));
        refused("Say who you are", () -> Codec.signIn(SignInRequest.getDefaultInstance()));
        refused(
                "beyond all counting",
                () -> Codec.afterSeq(
                        SubscribeRequest.newBuilder().setAfterSeq(-1).build()));
        refused("how fast it runs", () -> Codec.beat(io.vigil.contract.v1.AgentBeat.getDefaultInstance()));
    }

    @Test
    void neither_a_password_nor_a_token_is_ever_written_out() {
        var credentials = new Credentials("mk", "hunter2");
        var signedIn = new SignedIn("s3cr3t", GoldenMessages.NURSE);

        assertThat(credentials.toString()).contains("mk").doesNotContain("hunter2");
        assertThat(signedIn.toString()).contains("Keller").doesNotContain("s3cr3t");
    }

    private static void refused(String why, ThrowingCallable call) {
        assertThatExceptionOfType(BadRequest.class).isThrownBy(call).withMessageContaining(why);
    }

    private static Reading.Builder reading(int mgPerL) {
        return Reading.newBuilder().setAt(1).setMgPerL(mgPerL).setOrigin(Origin.ORIGIN_LIVE);
    }

    private static Received received(int mgPerL) {
        return Received.newBuilder()
                .setPatient("bed-07")
                .setSource("replay")
                .setReading(reading(mgPerL))
                .build();
    }
}
