package io.vigil.agent.serving;

import static io.vigil.agent.serving.Door.Who.ADMINISTRATOR;
import static io.vigil.agent.serving.Door.Who.DOCTOR;
import static io.vigil.agent.serving.Door.Who.NURSE;
import static io.vigil.agent.serving.Door.Who.SCREEN;
import static io.vigil.agent.serving.Door.Who.SOURCE;
import static io.vigil.agent.serving.Door.Who.TECHNICIAN;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.vigil.contract.v1.SourcesGrpc;
import io.vigil.contract.v1.StationGrpc;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one place that decides who may call what. What is not in its table, nobody may. */
final class Door implements ServerInterceptor {

    /** Whom a call comes from; there on every call that got through. */
    static final Context.Key<Caller> CALLER = Context.key("caller");

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final String BEARER = "Bearer ";

    /** The kinds of callers there are. */
    enum Who {
        SCREEN,
        SOURCE,
        DOCTOR,
        NURSE,
        TECHNICIAN,
        ADMINISTRATOR
    }

    private static final Set<Who> PEOPLE = EnumSet.of(DOCTOR, NURSE, TECHNICIAN, ADMINISTRATOR);
    private static final Set<Who> SCREENS_AND_PEOPLE = EnumSet.of(SCREEN, DOCTOR, NURSE, TECHNICIAN, ADMINISTRATOR);
    private static final Set<Who> CLINICIANS = EnumSet.of(DOCTOR, NURSE);
    private static final Set<Who> SOURCES = EnumSet.of(SOURCE);

    private static final Map<String, Set<Who>> MAY = Map.ofEntries(
            may(StationGrpc.getSubscribeMethod(), SCREENS_AND_PEOPLE),
            may(StationGrpc.getWatchMethod(), SCREENS_AND_PEOPLE),
            may(StationGrpc.getReadingsMethod(), SCREENS_AND_PEOPLE),
            may(StationGrpc.getEventsMethod(), SCREENS_AND_PEOPLE),
            may(StationGrpc.getSignInMethod(), SCREENS_AND_PEOPLE),
            may(StationGrpc.getPauseSoundMethod(), SCREENS_AND_PEOPLE),
            may(StationGrpc.getStatusMethod(), SCREENS_AND_PEOPLE),
            may(StationGrpc.getPolicyMethod(), SCREENS_AND_PEOPLE),
            may(StationGrpc.getWhatIfMethod(), SCREENS_AND_PEOPLE),
            may(StationGrpc.getChangePolicyMethod(), PEOPLE), // which settings: PolicyRights
            may(StationGrpc.getUndoPolicyChangeMethod(), PEOPLE),
            may(StationGrpc.getBeginSelfTestMethod(), SCREENS_AND_PEOPLE),
            may(StationGrpc.getConfirmSelfTestMethod(), SCREENS_AND_PEOPLE),
            may(StationGrpc.getSignOutMethod(), PEOPLE),
            may(StationGrpc.getAcknowledgeMethod(), CLINICIANS),
            may(StationGrpc.getShelveMethod(), CLINICIANS),
            may(StationGrpc.getUnshelveMethod(), CLINICIANS),
            may(SourcesGrpc.getDeliverMethod(), SOURCES));

    private final Tokens tokens;

    Door(Tokens tokens) {
        this.tokens = tokens;
    }

    // [impl->req~people.roles-are-checked~1]
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var caller = token(headers).flatMap(tokens::whoIs);
        if (caller.isEmpty()) {
            return sendAway(
                    call,
                    Status.UNAUTHENTICATED.withDescription("This sign-in is not known, or has ended. Sign in again."));
        }
        var method = call.getMethodDescriptor().getFullMethodName();
        if (!MAY.getOrDefault(method, Set.of()).contains(who(caller.get()))) {
            return sendAway(call, Status.PERMISSION_DENIED.withDescription(refusal(caller.get())));
        }
        return Contexts.interceptCall(Context.current().withValue(CALLER, caller.get()), call, headers, next);
    }

    private static <Q, A> ServerCall.Listener<Q> sendAway(ServerCall<Q, A> call, Status why) {
        call.close(why, new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private static Optional<String> token(Metadata headers) {
        return Optional.ofNullable(headers.get(AUTHORIZATION))
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
    }

    private static Who who(Caller caller) {
        return switch (caller) {
            case Caller.Screen _ -> SCREEN;
            case Caller.Source _ -> SOURCE;
            case Caller.SomebodySignedIn(var person, var _) ->
                switch (person.role()) {
                    case DOCTOR -> DOCTOR;
                    case NURSE -> NURSE;
                    case TECHNICIAN -> TECHNICIAN;
                    case ADMINISTRATOR -> ADMINISTRATOR;
                };
        };
    }

    private static String refusal(Caller caller) {
        return switch (caller) {
            case Caller.Screen _ -> "This needs a person: sign in first.";
            case Caller.Source _ -> "A source may deliver readings, and nothing else.";
            case Caller.SomebodySignedIn _ ->
                "This is not among the things your role may do: call a nurse or a doctor.";
        };
    }

    private static Map.Entry<String, Set<Who>> may(MethodDescriptor<?, ?> method, Set<Who> who) {
        return Map.entry(method.getFullMethodName(), who);
    }
}
