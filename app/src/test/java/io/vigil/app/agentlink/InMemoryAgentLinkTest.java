package io.vigil.app.agentlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.glucose.KeptReading;
import org.junit.jupiter.api.Test;

class InMemoryAgentLinkTest extends AgentLinkContract {

    private final InMemoryAgentLink station =
            InMemoryAgentLink.at(NIGHT).admits(MARGARET).knows(NURSE, PASSWORD);

    @Override
    AgentLink link() {
        return station;
    }

    @Override
    void reads(KeptReading reading) {
        station.reads(OSEI, reading);
    }

    @Override
    AlarmId raisesUrgentLow() {
        return station.raises(OSEI, AlarmKind.URGENT_LOW, measured(0, 51).reading(), 54);
    }

    @Test
    void whoever_acts_without_contact_is_told_so() {
        var alarm = raisesUrgentLow();
        station.isSignedIn(NURSE).loses(1);

        assertThat(station.view().contact()).isInstanceOf(Contact.Lost.class);
        assertThat(refusal(station.acknowledge(asRaised(alarm), ""))).isInstanceOf(NoContact.class);
    }
}
