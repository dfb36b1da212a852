package io.vigil.agent.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import io.vigil.contract.Codec;
import io.vigil.contract.Credentials;
import io.vigil.contract.v1.SourcesGrpc;
import io.vigil.contract.v1.StationGrpc;
import io.vigil.ward.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call of every service, tried by every kind of caller, over the real door. */
class DoorTest {

    private static final Set<String> SCREENS_MAY = Set.of(
            "Subscribe",
            "Watch",
            "Readings",
            "Events",
            "SignIn",
            "PauseSound",
            "Status",
            "Policy",
            "WhatIf",
            "BeginSelfTest",
            "ConfirmSelfTest");
    private static final Set<String> PEOPLE_MAY = plus(SCREENS_MAY, "SignOut", "ChangePolicy", "UndoPolicyChange");
    private static final Set<String> CLINICIANS_MAY = plus(PEOPLE_MAY, "Acknowledge", "Shelve", "Unshelve");

    /** Who may what, written down a second time: a slip in the table must not be its own proof. */
    private static final Map<String, Set<String>> MAY = Map.of(
            "no token", Set.of(),
            "a made-up token", Set.of(),
            "screen", SCREENS_MAY,
            "source", Set.of("Deliver"),
            "DOCTOR", CLINICIANS_MAY,
            "NURSE", CLINICIANS_MAY,
            "TECHNICIAN", PEOPLE_MAY,
            "ADMINISTRATOR", PEOPLE_MAY);

    private static final Map<String, Channel> CALLERS = new HashMap<>();

    @TempDir
    private static Path data;

    private static TestStation station;

    @BeforeAll
    static void open() {
        station = new TestStation(data);
        CALLERS.put("no token", station.callerTrusting(station.pass.certificate()));
        CALLERS.put("a made-up token", station.callerWith(TokenHash.newToken()));
        CALLERS.put("screen", station.callerWith(station.pass.screenToken()));
        CALLERS.put("source", station.callerWith(station.pass.sourceToken()));
        var screen = StationGrpc.newBlockingStub(station.callerWith(station.pass.screenToken()));
        for (var role : Role.values()) {
            var credentials = new Credentials(TestStation.personOf(role).id(), TestStation.PASSWORD);
            var signedIn = Codec.signedIn(screen.signIn(Codec.signIn(credentials)));
            CALLERS.put(role.name(), station.callerWith(signedIn.token()));
        }
    }

    @AfterAll
    static void close() {
        station.close();
    }

    static Stream<Arguments> everyCallByEveryCaller() {
        return everyCall().stream().flatMap(call -> MAY.keySet().stream().map(caller -> arguments(call, caller)));
    }

    private static List<MethodDescriptor<?, ?>> everyCall() {
        var calls = new ArrayList<MethodDescriptor<?, ?>>();
        calls.addAll(StationGrpc.getServiceDescriptor().getMethods());
        calls.addAll(SourcesGrpc.getServiceDescriptor().getMethods());
        // last, since it ends the sign-in of whoever calls it
        calls.sort((a, b) -> Boolean.compare(isSignOut(a), isSignOut(b)));
        return calls;
    }

    // [utest->req~people.roles-are-checked~1]
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("everyCallByEveryCaller")
    void opens_to_those_who_may_and_to_nobody_else(MethodDescriptor<Message, Message> call, String caller) {
        var heard = tried(call, Objects.requireNonNull(CALLERS.get(caller)));

        if (caller.contains("token")) {
            assertThat(heard.getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        } else if (MAY.getOrDefault(caller, Set.of()).contains(call.getBareMethodName())) {
            assertThat(heard.getCode()).isNotIn(Status.Code.UNAUTHENTICATED, Status.Code.PERMISSION_DENIED);
        } else {
            assertThat(heard.getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
            assertThat(heard.getDescription()).endsWith(".");
        }
    }

    @Test
    void looked_at_every_call_of_the_contract() {
        var named = new HashSet<String>();
        MAY.values().forEach(named::addAll);

        assertThat(everyCall())
                .hasSizeGreaterThanOrEqualTo(10)
                .extracting(MethodDescriptor::getBareMethodName)
                .containsExactlyInAnyOrderElementsOf(named);
        assertThat(everyCall())
                .allSatisfy(call ->
                        assertThat(call.getSchemaDescriptor()).isInstanceOf(ProtoMethodDescriptorSupplier.class));
    }

    private static boolean isSignOut(MethodDescriptor<?, ?> call) {
        return "SignOut".equals(call.getBareMethodName());
    }

    /** An empty request: whoever gets through is told that the words are wrong, or is answered. */
    private static Status tried(MethodDescriptor<Message, Message> call, Channel caller) {
        var heard = new CompletableFuture<Status>();
        var empty = ((MethodDescriptor.PrototypeMarshaller<Message>) call.getRequestMarshaller()).getMessagePrototype();
        var requests = ClientCalls.asyncBidiStreamingCall(
                caller.newCall(call, CallOptions.DEFAULT), new StreamObserver<Message>() {
                    @Override
                    public void onNext(Message answer) {
                        heard.complete(Status.OK);
                    }

                    @Override
                    public void onError(Throwable error) {
                        heard.complete(Status.fromThrowable(error));
                    }

                    @Override
                    public void onCompleted() {
                        heard.complete(Status.OK);
                    }
                });
        requests.onNext(Objects.requireNonNull(empty));
        requests.onCompleted();
        return heard.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static Set<String> plus(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
