package io.vigil.contract;

import io.vigil.contract.v1.Sensor;
import io.vigil.policy.Limits;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Role;
import io.vigil.ward.SensorReport;
import io.vigil.ward.SensorReport.Fact;
import io.vigil.ward.SensorSession;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.Duration;

/** Patients, sensors, people and limits, to the wire and back. */
final class WardCodec {

    private WardCodec() {}

    static PatientId patientId(String key) {
        try {
            return new PatientId(key);
        } catch (IllegalArgumentException _) {
            throw new BadRequest("\"" + key + "\" is no patient's id: small letters, digits and - only.");
        }
    }

    static Subject subject(String key) {
        return key.equals(Station.THIS.key()) ? Station.THIS : patientId(key);
    }

    static io.vigil.contract.v1.Patient patient(Patient patient) {
        return io.vigil.contract.v1.Patient.newBuilder()
                .setId(patient.id().key())
                .setBed(patient.bed())
                .setName(patient.name())
                .setBorn(patient.born().toString())
                .setNumber(patient.number())
                .setAbout(patient.about())
                .build();
    }

    static Patient patient(io.vigil.contract.v1.Patient wire) {
        return new Patient(
                patientId(wire.getId()),
                wire.getBed(),
                wire.getName(),
                Words.day(wire.getBorn()),
                wire.getNumber(),
                wire.getAbout());
    }

    static Sensor sensor(SensorSession sensor) {
        return Sensor.newBuilder()
                .setPatient(sensor.patient().key())
                .setSource(sensor.source())
                .setSession(sensor.session())
                .setSerial(sensor.serial())
                .setSite(sensor.site())
                .setStartedAt(Words.micros(sensor.startedAt()))
                .setEndsAt(Words.micros(sensor.endsAt()))
                .setIntervalSeconds(Math.toIntExact(sensor.interval().toSeconds()))
                .build();
    }

    static SensorSession sensor(Sensor wire) {
        return new SensorSession(
                patientId(wire.getPatient()),
                wire.getSource(),
                wire.getSession(),
                wire.getSerial(),
                wire.getSite(),
                Words.instant(wire.getStartedAt()),
                Words.instant(wire.getEndsAt()),
                Duration.ofSeconds(Words.count(wire.getIntervalSeconds(), "interval of a sensor")));
    }

    static io.vigil.contract.v1.Person person(Person person) {
        return io.vigil.contract.v1.Person.newBuilder()
                .setId(person.id())
                .setName(person.name())
                .setRole(role(person.role()))
                .build();
    }

    static Person person(io.vigil.contract.v1.Person wire) {
        return new Person(wire.getId(), wire.getName(), role(wire.getRole()));
    }

    static io.vigil.contract.v1.Limits limits(Limits limits) {
        return io.vigil.contract.v1.Limits.newBuilder()
                .setUrgentLowAtOrBelow(limits.urgentLowAtOrBelow().mgPerL())
                .setLowBelow(limits.lowBelow().mgPerL())
                .setHighAbove(limits.highAbove().mgPerL())
                .setSignalLostAfterMinutes(
                        Math.toIntExact(limits.signalLostAfter().toMinutes()))
                .setSetBy(limits.setBy())
                .setSetAt(Words.micros(limits.setAt()))
                .build();
    }

    static Limits limits(io.vigil.contract.v1.Limits wire) {
        return new Limits(
                ReadingCodec.glucose(wire.getUrgentLowAtOrBelow()),
                ReadingCodec.glucose(wire.getLowBelow()),
                ReadingCodec.glucose(wire.getHighAbove()),
                Duration.ofMinutes(Words.count(wire.getSignalLostAfterMinutes(), "silence that is allowed")),
                wire.getSetBy(),
                Words.instant(wire.getSetAt()));
    }

    private static io.vigil.contract.v1.Role role(Role role) {
        return switch (role) {
            case DOCTOR -> io.vigil.contract.v1.Role.ROLE_DOCTOR;
            case NURSE -> io.vigil.contract.v1.Role.ROLE_NURSE;
            case TECHNICIAN -> io.vigil.contract.v1.Role.ROLE_TECHNICIAN;
            case ADMINISTRATOR -> io.vigil.contract.v1.Role.ROLE_ADMINISTRATOR;
        };
    }

    private static Role role(io.vigil.contract.v1.Role wire) {
        return switch (wire) {
            case ROLE_DOCTOR -> Role.DOCTOR;
            case ROLE_NURSE -> Role.NURSE;
            case ROLE_TECHNICIAN -> Role.TECHNICIAN;
            case ROLE_ADMINISTRATOR -> Role.ADMINISTRATOR;
            case ROLE_UNSPECIFIED, UNRECOGNIZED ->
                throw new BadRequest("A person is sent without a role that is known here.");
        };
    }

    static io.vigil.contract.v1.SensorReport report(SensorReport report) {
        var wire = io.vigil.contract.v1.SensorReport.newBuilder()
                .setPatient(report.patient().key())
                .setSource(report.source())
                .setSession(report.session())
                .setAt(Words.micros(report.at()));
        return switch (report.fact()) {
            case Fact.Runs _ -> wire.setRuns(true).build();
            case Fact.WarmsUp(var until) ->
                wire.setWarmsUpUntil(Words.micros(until)).build();
            case Fact.Faulty(var words) -> wire.setFaulty(words).build();
            case Fact.Stopped _ -> wire.setStopped(true).build();
            case Fact.Battery(var percent) -> wire.setBatteryPercent(percent).build();
            case Fact.CalibrationDue(var from) ->
                wire.setCalibrationDueFrom(Words.micros(from)).build();
            case Fact.ClockAhead(var by) -> wire.setClockAheadMs(by.toMillis()).build();
        };
    }

    static SensorReport report(io.vigil.contract.v1.SensorReport wire) {
        return new SensorReport(
                patientId(wire.getPatient()),
                wire.getSource(),
                wire.getSession(),
                Words.instant(wire.getAt()),
                fact(wire));
    }

    private static Fact fact(io.vigil.contract.v1.SensorReport wire) {
        return switch (wire.getFactCase()) {
            case RUNS -> new Fact.Runs();
            case WARMS_UP_UNTIL -> new Fact.WarmsUp(Words.instant(wire.getWarmsUpUntil()));
            case FAULTY -> new Fact.Faulty(wire.getFaulty());
            case STOPPED -> new Fact.Stopped();
            case BATTERY_PERCENT -> {
                Words.require(
                        wire.getBatteryPercent() >= 0 && wire.getBatteryPercent() <= 100,
                        "A battery holds 0 to 100 percent.");
                yield new Fact.Battery(wire.getBatteryPercent());
            }
            case CALIBRATION_DUE_FROM -> new Fact.CalibrationDue(Words.instant(wire.getCalibrationDueFrom()));
            case CLOCK_AHEAD_MS -> new Fact.ClockAhead(Duration.ofMillis(wire.getClockAheadMs()));
            case FACT_NOT_SET -> throw new BadRequest("A sensor reports nothing that is known here.");
        };
    }
}
