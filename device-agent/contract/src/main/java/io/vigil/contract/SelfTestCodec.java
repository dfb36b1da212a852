package io.vigil.contract;

import io.vigil.alarm.SelfTest;
import io.vigil.contract.v1.SelfTestConfirmation;
import io.vigil.contract.v1.SelfTestResult;
import java.time.Duration;

/** Tests of the alarms' way, to the wire and back. */
final class SelfTestCodec {

    private SelfTestCodec() {}

    static io.vigil.contract.v1.SelfTest test(SelfTest test) {
        return io.vigil.contract.v1.SelfTest.newBuilder()
                .setId(test.id())
                .setBy(test.by())
                .setBegunAt(Words.micros(test.begunAt()))
                .build();
    }

    static SelfTest test(io.vigil.contract.v1.SelfTest wire) {
        return new SelfTest(Words.commandId(wire.getId()), wire.getBy(), Words.instant(wire.getBegunAt()));
    }

    static SelfTestResult result(SelfTest.Result result) {
        return SelfTestResult.newBuilder()
                .setTest(test(result.test()))
                .addAllConfirmed(result.confirmed().stream()
                        .map(SelfTestCodec::confirmation)
                        .toList())
                .setFailure(result.failure())
                .build();
    }

    static SelfTest.Result result(SelfTestResult wire) {
        return new SelfTest.Result(
                test(wire.getTest()),
                wire.getConfirmedList().stream()
                        .map(SelfTestCodec::confirmation)
                        .toList(),
                wire.getFailure());
    }

    private static SelfTestConfirmation confirmation(SelfTest.Confirmation confirmation) {
        return SelfTestConfirmation.newBuilder()
                .setScreen(confirmation.screen())
                .setHeard(confirmation.heard())
                .setAfterMs(Math.toIntExact(confirmation.after().toMillis()))
                .build();
    }

    private static SelfTest.Confirmation confirmation(SelfTestConfirmation wire) {
        return new SelfTest.Confirmation(
                wire.getScreen(),
                wire.getHeard(),
                Duration.ofMillis(Words.count(wire.getAfterMs(), "time that a test took")));
    }
}
